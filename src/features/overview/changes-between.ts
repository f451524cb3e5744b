import type { Entry } from '#features/overview/use-entry-pages.ts';

type Content = Entry['revisions'][number]['content'];

/** What a correction changed. A count that was not there is nought. */
export type Change =
  | { of: 'count' | 'service'; key: string; from: number; to: number }
  | { of: 'date' | 'place' | 'channel' | 'note'; from: string; to: string }
  | { of: 'cells' };

const counts = (of: 'count' | 'service', before: Record<string, number>, after: Record<string, number>): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((key) => ({ of, key, from: before[key] ?? 0, to: after[key] ?? 0 }))
    .filter(({ from, to }) => from !== to);

const sorted = (cells: Record<string, number> = {}) =>
  JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));

export const changesBetween = (before: Content, after: Content): Change[] => [
  ...(['date', 'place', 'channel', 'note'] as const)
    .map((of) => ({ of, from: before[of] ?? '', to: after[of] ?? '' }))
    .filter(({ from, to }) => from !== to),
  ...counts('count', before.counts, after.counts),
  ...counts('service', before.services ?? {}, after.services ?? {}),
  ...(sorted(before.cells) === sorted(after.cells) ? [] : [{ of: 'cells' as const }]),
];
