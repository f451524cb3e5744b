import type { PeriodId } from '#model/period.ts';

type Closed = { period: PeriodId; closed: number; of: number };
/** Periods next to each other of which the same is to be said. */
type Closing = { first: PeriodId; last: PeriodId; closed: number; of: number };

/** How many communes have closed, periods of the same answer told together: 'T7–T9: 69/69 · T10: 68/69'. */
export const closingOf = (periods: readonly Closed[]): Closing[] => {
  const told: Closing[] = [];
  for (const { period, closed, of } of periods) {
    const before = told[told.length - 1];
    if (before && before.closed === closed && before.of === of) before.last = period;
    else told.push({ first: period, last: period, closed, of });
  }
  return told;
};
