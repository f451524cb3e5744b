import { isDay, type Day } from '#model/day.ts';
import { limitsOf } from '#model/indicator.ts';
import { isKnown, type Operation } from '#model/operation.ts';
import type { HeldSummary } from '#protocol/holding-box.ts';
import { readChange } from '#protocol/operation.ts';

/** Days told one by one; work of a phone that was away longer is told by its newest. */
const daysAtMost = 200;
/** Far above what any rule lets through: an impossible number is shown as none, and refused by the rules later. */
const mostOfAll = 1_000_000;

/** What operations say in days and counts, without a word that anybody wrote. Nothing in them is believed. */
export const summaryOf = (operations: readonly Operation[]): HeldSummary => {
  const days = new Map<Day, { entries: number; counts: Record<string, number> }>();
  const other = { corrections: 0, withdrawals: 0, others: 0 };
  for (const operation of operations) {
    const change = isKnown(operation) ? readChange(operation) : undefined;
    if (change?.kind === 'entry.correct') other.corrections += 1;
    else if (change?.kind === 'entry.withdraw') other.withdrawals += 1;
    else if (!change || !isDay(change.body.date)) other.others += 1;
    else {
      const day = days.get(change.body.date) ?? { entries: 0, counts: {} };
      days.set(change.body.date, day);
      day.entries += 1;
      for (const [measure, count] of Object.entries(change.body.counts))
        if (limitsOf(measure) && Number.isInteger(count) && count > 0 && count <= mostOfAll)
          day.counts[measure] = (day.counts[measure] ?? 0) + count;
    }
  }
  const newestFirst = [...days].sort(([one], [another]) => (one < another ? 1 : -1)).slice(0, daysAtMost);
  return { days: newestFirst.map(([day, said]) => ({ day, ...said })), ...other };
};
