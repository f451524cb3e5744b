import type { Chance } from '#sync/ports.ts';

const first = 1_000;
const longest = 5 * 60_000;

/**
 * Milliseconds to wait before try number `attempt` (1 after the first failure): doubling from one second to five
 * minutes, each somewhere in the upper half of its span, so that ten thousand phones do not knock at once (rule P6).
 */
export const waitBefore = (attempt: number, chance: Chance): number => {
  const span = Math.min(longest, first * 2 ** Math.min(attempt - 1, 20));
  return Math.round(span / 2 + (span / 2) * chance());
};
