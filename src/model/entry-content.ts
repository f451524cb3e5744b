import type { Day } from '#model/day.ts';
import type { CellKey, Measure } from '#model/indicator.ts';
import type { ServiceKey } from '#model/service.ts';

/** What one outreach came to, in counts. Zeros are left out, empty parts are absent. */
export type EntryContent = {
  date: Day;
  /** A Place; text, because a newer app may know places this one does not. */
  place: string;
  /** A Channel. */
  channel: string;
  counts: Record<Measure, number>;
  cells?: Record<CellKey, number>;
  services?: Record<ServiceKey, number>;
  note?: string;
};

const withoutZeros = (record: Record<string, number> = {}) =>
  Object.values(record).includes(0)
    ? Object.fromEntries(Object.entries(record).filter(([, count]) => count !== 0))
    : record;

/** Content as it is written to disk and wire: no zeros, no empty parts, text in NFC without outer blanks. */
export const tidyContent = (content: EntryContent): EntryContent => {
  const cells = withoutZeros(content.cells);
  const services = withoutZeros(content.services);
  const note = content.note?.normalize('NFC').trim();
  return {
    date: content.date,
    place: content.place,
    channel: content.channel,
    counts: withoutZeros(content.counts),
    ...(Object.keys(cells).length > 0 && { cells }),
    ...(Object.keys(services).length > 0 && { services }),
    ...(note && { note }),
  };
};
