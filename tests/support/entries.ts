import * as fc from 'fast-check';
import { addDays, dayInVietnam } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { channels, places, usualChannel, type Place } from '#model/place.ts';
import { cellKey, indicators, measures } from '#model/indicator.ts';
import { serviceKeys } from '#model/service.ts';

/** An evening at the culture house of Thôn 2 on 12/11/2026: right in every rule. */
export const eveningInThon2 = (but: Partial<EntryContent> = {}): EntryContent => ({
  date: '2026-11-12',
  place: 'nha-van-hoa',
  channel: 'to-dan-pho',
  counts: { TT_BUOI: 1, TT_NGUOI: 34, VNEID_CAI: 6, DD_MUC1_HD: 4 },
  ...but,
});

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

/** Any day from 2022 to 2030. */
export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 3286 })
  .map((days) => addDays('2022-01-01', days));

const someCounts = (words: readonly string[], constraints: { minKeys: number }): fc.Arbitrary<Record<string, number>> =>
  fc.dictionary(fc.constantFrom(...words), fc.integer({ min: 1, max: 2000 }), { ...constraints, maxKeys: 8 });

const cellKeys = indicators.flatMap(({ code, dimensions }) =>
  dimensions.includes('gender') ? [cellKey(code, 'gender', 'nam'), cellKey(code, 'gender', 'nu')] : [],
);

/** Content as a form of ours writes it: every word known, every count whole and above 0; not always within the rules. */
export const writtenContent: fc.Arbitrary<EntryContent> = fc.record(
  {
    date: anyDay,
    place: fc.constantFrom(...places),
    channel: fc.constantFrom(...channels),
    counts: someCounts(measures, { minKeys: 1 }),
    cells: someCounts(cellKeys, { minKeys: 1 }),
    services: someCounts(serviceKeys, { minKeys: 1 }),
    note: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  },
  { requiredKeys: ['date', 'place', 'channel', 'counts'] },
);

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u{FEFF}ghi chú',
    'a'.repeat(150),
    '__proto__',
    'constructor',
    '2026-02-30',
    'Đề án 06 \u{1F4F1}',
  ),
);
const oddCount = fc
  .oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(0.5, -3, 1e300, 2 ** 48, 2 ** 47, Number.MAX_SAFE_INTEGER, 2 ** 60),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map((count) => (Object.is(count, -0) ? 0 : count));
const oddCounts = fc.dictionary(fc.oneof(oddText, fc.constantFrom(...measures)), oddCount, { maxKeys: 5 });

/** Content of the right shape with anything in it: the wire carries it, the rules refuse it. */
export const shapedContent: fc.Arbitrary<EntryContent> = fc.record(
  {
    date: fc.oneof(anyDay, oddText),
    place: fc.oneof(fc.constantFrom<string>(...places), oddText),
    channel: fc.oneof(fc.constantFrom<string>(...channels), oddText),
    counts: oddCounts,
    cells: oddCounts,
    services: oddCounts,
    note: oddText,
  },
  { requiredKeys: ['date', 'place', 'channel', 'counts'] },
);
