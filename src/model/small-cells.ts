import type { Part } from '#model/breakdown.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { readCellKey } from '#model/indicator.ts';

/*
 * Above the commune nobody reads a number of vulnerable people so small that a neighbour could be recognised in it, nor can
 * it be worked out from what stands beside it:
 * - a commune's number from 1 to 4 is hidden, and sums it went into are rounded to tens (`sumOfCommunes`);
 * - of a commune's villages all numbers are hidden when one of them is that small, for the commune's own sum is exact; and
 *   of a village asked for alone, its number always;
 * - single entries are read without them (`withoutSensitiveCells`).
 */

/** Numbers below this are hidden. */
export const smallCell = 5;

/** Parts whose numbers tell of vulnerable people: ethnic minorities, people with disabilities, the ill, the old, the poor. */
export const isSensitive = (part: Part | 'none'): boolean => part === 'vulnerable';

export const isSmall = (count: number): boolean => count > 0 && count < smallCell;

const toTens = (count: number): number => Math.round(count / 10) * 10;

/**
 * The sum of communes' numbers as it may be read beside those that are not hidden. With a small one among them it is
 * rounded to tens, never so that the rounding itself would tell them: whatever is shown, at least four sums could have
 * been behind it, or all there can be.
 */
export const sumOfCommunes = (counts: readonly number[]): { total: number; rounded: boolean } => {
  const small = counts.filter(isSmall).length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (small === 0) return { total, rounded: false };
  const shown = counts.reduce((sum, count) => (isSmall(count) ? sum : sum + count), 0);
  const [least, most] = [shown + small, shown + small * (smallCell - 1)];
  const [lowest, highest] = [toTens(least), toTens(most)];
  // A ten that only a few of the possible sums round to is never shown.
  const first = lowest < highest && lowest + 5 - least < smallCell - 1 ? lowest + 10 : lowest;
  const last = lowest < highest && most - (highest - 5) + 1 < smallCell - 1 ? highest - 10 : highest;
  if (first > last) return { total: toTens(shown + (small * smallCell) / 2), rounded: true };
  return { total: Math.min(Math.max(toTens(total), first), last), rounded: true };
};

/** What an entry says, without how many vulnerable people were among those it counts. */
export const withoutSensitiveCells = (content: EntryContent): EntryContent => {
  const { cells, ...rest } = content;
  const told = Object.entries(cells ?? {}).filter(([key]) => readCellKey(key)?.dimension !== 'vulnerable');
  return told.length > 0 ? { ...rest, cells: Object.fromEntries(told) } : rest;
};
