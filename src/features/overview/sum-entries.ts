import type { Entry } from '#features/overview/use-entry-pages.ts';
import type { Measure } from '#model/indicator.ts';

export const newest = (entry: Entry) => entry.revisions[entry.revisions.length - 1]!;

/** Rule M1: the newest revision of each entry counts, unless the entry was withdrawn. */
export const sumEntries = (entries: readonly Entry[], measure: Measure): number =>
  entries.reduce((sum, entry) => (entry.withdrawal ? sum : sum + (newest(entry).content.counts[measure] ?? 0)), 0);
