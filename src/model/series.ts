import { dayValue, type Breakdown } from '#model/breakdown.ts';
import type { Day } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';

/** What came in on each day of a period, by measure: one number a day. */
export type Series = Readonly<Record<Measure, readonly number[]>>;

/** The days of a breakdown by day, in the order of `days`. */
export const byDay = (breakdown: Breakdown, days: readonly Day[]): Series => {
  const series: Record<Measure, number[]> = {};
  const values = days.map(dayValue);
  for (const [measure, counts] of Object.entries(breakdown))
    series[measure] = values.map((value) => counts[value] ?? 0);
  return series;
};

/** What the first `days` days came to; measures of nothing are left out. */
export const upToDay = (series: Series, days: number): Record<Measure, number> => {
  const totals: Record<Measure, number> = {};
  for (const [measure, counts] of Object.entries(series)) {
    const total = counts.slice(0, days).reduce((sum, count) => sum + count, 0);
    if (total !== 0) totals[measure] = total;
  }
  return totals;
};

/** What there was by the end of each of the first `days` days; measures of nothing are left out. */
export const runningTotals = (series: Series, days: number): Record<Measure, number[]> => {
  const running: Record<Measure, number[]> = {};
  for (const [measure, counts] of Object.entries(series)) {
    let sum = 0;
    const sums = counts.slice(0, days).map((count) => (sum += count));
    if (sums.some((one) => one !== 0)) running[measure] = sums;
  }
  return running;
};
