import type { Day } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import type { CellKey, Measure } from '#model/indicator.ts';
import { placesOfLevel2 } from '#model/place.ts';
import type { ServiceKey } from '#model/service.ts';

/** An entry being written. Numbers are kept as they were typed, so that not even a wrong one is lost. */
export type EntryDraft = {
  date: Day;
  place: string;
  channel: string;
  counts: Record<Measure, string>;
  cells: Record<CellKey, string>;
  services: Record<ServiceKey, string>;
  note: string;
  /** Of a correction; empty otherwise. */
  reason: string;
};

const captured: Measure = 'DD_MUC2_LD';

/** Captures at level 2 are asked for, and counted, only where they happen (model/place.ts). */
export const isAskedAt = (measure: Measure, place: string): boolean =>
  measure !== captured || placesOfLevel2.includes(place);

/** A count as typed: '' is 0, '1.204' is 1204 as people here write it, anything else not whole is NaN. */
export const readCount = (text: string): number => {
  const digits = text.trim();
  if (digits === '') return 0;
  return /^\d+$|^\d{1,3}(\.\d{3})+$/.test(digits) ? Number(digits.replace(/\./g, '')) : Number.NaN;
};

const readCounts = (texts: Record<string, string>, keep: (key: string) => boolean = () => true) =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([key]) => keep(key))
      .map(([key, text]) => [key, readCount(text)] as const)
      .filter(([, count]) => count !== 0),
  );

/** What the draft would say if it were saved now. A count that cannot be read is NaN, which examineEntry refuses. */
export const contentOf = (draft: EntryDraft): EntryContent => ({
  date: draft.date,
  place: draft.place,
  channel: draft.channel,
  counts: readCounts(draft.counts, (measure) => isAskedAt(measure, draft.place)),
  cells: readCounts(draft.cells, (cell) => isAskedAt(cell.split('/')[0]!, draft.place)),
  services: readCounts(draft.services),
  note: draft.note,
});

const writeCounts = (counts: Record<string, number> = {}) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

/** A draft that starts from what was saved. */
export const draftOf = (content: EntryContent): EntryDraft => ({
  date: content.date,
  place: content.place,
  channel: content.channel,
  counts: writeCounts(content.counts),
  cells: writeCounts(content.cells),
  services: writeCounts(content.services),
  note: content.note ?? '',
  reason: '',
});

/** Where forms keep their drafts: one for a new entry, one for each entry under correction. */
export const draftOfNewEntry = 'log';
export const draftOfCorrection = (entry: string): string => `correct:${entry}`;
