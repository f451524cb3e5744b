import { addDays, dayInVietnam } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { cellKey } from '#model/indicator.ts';
import { channels, places, usualChannel, type Place } from '#model/place.ts';
import { serviceKeys } from '#model/service.ts';

/** From 0 up to, not including, 1; the same for the same seed (mulberry32). */
export const seededChance = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** What teams count, the frequent first. */
const inPractice = [
  'VNEID_CAI',
  'DD_MUC1_HD',
  'DVC_HD',
  'DD_MUC2_VD',
  'DD_KICH_HOAT',
  'CC_VAN_DONG',
  'VNEID_TICH_HOP',
  'TT_MXH',
  'TT_PHAT_THANH',
  'DL_SAI',
];
const remarks = ['Bà con hỏi nhiều về VNeID', 'Mưa to, ít người đến', 'Hẹn buổi sau', 'Máy cũ không cài được'];

/** An outreach as villages write them: 3 to 6 measures, mostly small counts, now and then cells, services, a note. */
export const likelyContent = (chance: () => number, at: number): EntryContent => {
  const upTo = (most: number) => Math.floor(chance() * most);
  /** Nearer to the front. */
  const frequent = <T>(values: readonly T[]): T => values[Math.floor(chance() * chance() * values.length)]!;
  const place: Place = frequent(places);
  const counts: Record<string, number> = {};
  if (chance() < 0.6) {
    counts['TT_BUOI'] = 1;
    counts['TT_NGUOI'] = 5 + upTo(56);
  }
  const many = 3 + upTo(4);
  while (Object.keys(counts).length < many) counts[frequent(inPractice)] ??= 1 + Math.floor(chance() * chance() * 14);
  const installed = counts['VNEID_CAI'];
  const women = installed && chance() < 0.2 ? upTo(installed + 1) : 0;
  const helped = counts['DVC_HD'];
  const today = dayInVietnam(at * 1000);
  return {
    date: chance() < 0.85 ? today : addDays(today, -1 - upTo(2)),
    place,
    channel: chance() < 0.85 ? usualChannel[place] : channels[upTo(channels.length)]!,
    counts,
    ...(women > 0 && { cells: { [cellKey('VNEID_CAI', 'gender', 'nu')]: women } }),
    ...(helped && chance() < 0.4 && { services: { [frequent(serviceKeys)]: helped } }),
    ...(chance() < 0.08 && { note: frequent(remarks) }),
  };
};
