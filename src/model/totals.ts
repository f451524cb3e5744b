import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { Measure } from '#model/indicator.ts';
import { periodOf, type PeriodId, type PeriodKind } from '#model/period.ts';

/** Sums by period and measure. Sums that are zero are left out. */
export type Totals = Record<PeriodId, Record<Measure, number>>;

/** What one entry adds (rule M1): the counts of its newest revision, in the period of its date; nothing once withdrawn. */
export const contributionOf = (entry: OutreachEntry, kind: PeriodKind): Totals => {
  if (entry.withdrawal) return {};
  const { date, counts } = newestRevision(entry).content;
  return { [periodOf(date, kind)]: counts };
};

/** `into` plus `sign` times `other`, as a new value. */
export const addTotals = (into: Totals, other: Totals, sign: 1 | -1 = 1): Totals => {
  const sum: Totals = { ...into };
  for (const [period, counts] of Object.entries(other)) {
    const row = { ...sum[period] };
    for (const [measure, count] of Object.entries(counts)) {
      const next = (row[measure] ?? 0) + sign * count;
      if (next === 0) delete row[measure];
      else row[measure] = next;
    }
    if (Object.keys(row).length === 0) delete sum[period];
    else sum[period] = row;
  }
  return sum;
};

/** What replacing `before` by `after` changes in the sums. */
export const differenceOf = (
  before: OutreachEntry | undefined,
  after: OutreachEntry | undefined,
  kind: PeriodKind,
): Totals => addTotals(after ? contributionOf(after, kind) : {}, before ? contributionOf(before, kind) : {}, -1);

export const totalsOf = (entries: Iterable<OutreachEntry>, kind: PeriodKind): Totals => {
  const sum: Totals = {};
  for (const entry of entries) {
    for (const [period, counts] of Object.entries(contributionOf(entry, kind))) {
      const row = (sum[period] ??= {});
      for (const [measure, count] of Object.entries(counts)) row[measure] = (row[measure] ?? 0) + count;
    }
  }
  return addTotals({}, sum);
};
