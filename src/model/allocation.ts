import { fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';

/**
 * A whole number shared out by weights, in whole numbers that add up to it exactly: each gets its share rounded down, and
 * what is left goes one by one to the largest remainders, the first of equals first (Hare's method). Undefined where no
 * weight is above zero. `total` and weights: whole numbers from 0.
 */
export const allocate = (total: number, weights: readonly number[]): number[] | undefined => {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (all === 0n) return undefined;
  // In big integers: a province's population times a province's target is past what a double counts exactly.
  const shares = weights.map((weight, at) => {
    const share = BigInt(total) * BigInt(weight);
    return { at, whole: Number(share / all), rest: share % all };
  });
  const left = total - shares.reduce((sum, { whole }) => sum + whole, 0);
  const next = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1)).slice(0, left);
  const rounded = new Set(next.map(({ at }) => at));
  return shares.map(({ at, whole }) => whole + (rounded.has(at) ? 1 : 0));
};

/** The same number for everybody, as nearly as whole numbers allow; none for nobody. */
export const allocateEqually = (total: number, among: number): number[] =>
  allocate(
    total,
    Array.from({ length: among }, () => 1),
  ) ?? [];

/** Parts that do not come to the whole are not handed out: 'parts-do-not-add-up' ({sum, total, difference}). */
export const examineParts = (total: number, parts: readonly number[]): Fault[] => {
  const sum = parts.reduce((so, part) => so + part, 0);
  return sum === total
    ? []
    : [fault('parts-do-not-add-up', 'parts', { sum, total, difference: Math.abs(total - sum) })];
};
