import { addDays } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import type { Operation } from '#model/operation.ts';
import { places, usualChannel } from '#model/place.ts';
import { serviceKeys } from '#model/service.ts';
import { seededChance } from '../support/likely.ts';

const notes = [
  'Họp thôn buổi tối, nhiều người cao tuổi cần hướng dẫn thêm.',
  'Mạng yếu, ba máy chưa cài xong, hẹn lại.',
  'Đi cùng đoàn thanh niên.',
  'Nhiều người quên mật khẩu, đã hướng dẫn lấy lại.',
];

/**
 * Entries as village teams make them: a meeting now and then with many counts, home visits with few, some help with
 * services, one note in eight. `from` is the first day; about three entries a working day.
 */
export const outreachOperations = (
  count: number,
  { seed = 6, device = 17, unit = '18373-01', from = '2026-10-15', firstSeq = 1, days = 30 } = {},
): Operation[] => {
  const chance = seededChance(seed);
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const start = Date.parse(`${from}T00:00:00+07:00`) / 1000;
  return Array.from({ length: count }, (_, at) => {
    const day = Math.floor((at * days) / count);
    const meeting = chance() < 0.25;
    const place = places[meeting ? 0 : 1 + upTo(places.length - 2)]!;
    const counts: Record<string, number> = {};
    if (meeting) {
      counts['TT_BUOI'] = 1;
      counts['TT_NGUOI'] = 12 + upTo(48);
    }
    for (const measure of ['VNEID_CAI', 'DD_MUC1_HD', 'DD_MUC2_VD', 'DD_KICH_HOAT'])
      if (chance() < 0.55) counts[measure] = 1 + upTo(meeting ? 11 : 4);
    if (place === 'cong-an-xa' || place === 'diem-luu-dong') counts['DD_MUC2_LD'] = 1 + upTo(20);
    const services = chance() < 0.2 ? { [serviceKeys[upTo(serviceKeys.length - 1)]!]: 1 + upTo(2) } : undefined;
    if (services) counts['DVC_HD'] = Object.values(services)[0]! + upTo(2);
    if (Object.keys(counts).length === 0) counts['VNEID_CAI'] = 1;
    const body: EntryContent = {
      date: addDays(from, day),
      place,
      channel: usualChannel[place],
      counts,
      ...(services && { services }),
      ...(chance() < 0.125 && { note: notes[upTo(notes.length - 1)]! }),
    };
    const secondsIntoDay = 7 * 3600 + Math.floor(((at * days) / count - day) * 12 * 3600) + upTo(900);
    return { device, seq: firstSeq + at, at: start + day * 86_400 + secondsIntoDay, unit, kind: 'entry.record', body };
  });
};
