import type { EntryContent } from '#model/entry-content.ts';

/** One thing a correction alters. `code` names the measure, cell or service. */
export type Change =
  | { of: 'date' | 'place' | 'channel' | 'note'; before: string; after: string }
  | { of: 'count' | 'cell' | 'service'; code: string; before: number; after: number };

const inRecord = (
  of: 'count' | 'cell' | 'service',
  before: Record<string, number> = {},
  after: Record<string, number> = {},
): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((code) => ({ of, code, before: before[code] ?? 0, after: after[code] ?? 0 }))
    .filter((change) => change.before !== change.after);

/** What differs between two tidy contents, in the order of the form. */
export const changesBetween = (before: EntryContent, after: EntryContent): Change[] => [
  ...(['date', 'place', 'channel'] as const)
    .map((of) => ({ of, before: before[of], after: after[of] }))
    .filter((change) => change.before !== change.after),
  ...inRecord('count', before.counts, after.counts),
  ...inRecord('service', before.services, after.services),
  ...inRecord('cell', before.cells, after.cells),
  ...(before.note === after.note ? [] : [{ of: 'note' as const, before: before.note ?? '', after: after.note ?? '' }]),
];
