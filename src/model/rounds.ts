import { addDays, type Day } from '#model/day.ts';
import { isPeriod, periodOf, shiftPeriod, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import type { Round } from '#model/records/progress.ts';
import type { Recurrence, Task } from '#model/records/task.ts';
import { mondayOf } from '#model/week.ts';

/** One time of doing something: the days in which it is done; without a last day it can be done at any time. */
export type RoundSpan = { round: Round; first: Day; last: Day | null };

/** The days of a round, both included. Of 'once' they are the task's own. */
export const spanOfRound = (round: Round, kind: PeriodKind, once: { since: Day; deadline: Day | null }): RoundSpan => {
  if (round === 'once') return { round, first: once.since, last: once.deadline };
  return { round, ...(isPeriod(round) ? spanOf(round, kind) : { first: round, last: addDays(round, 6) }) };
};

/** The round a day lies in, and the one before it. */
const roundAt = (recurrence: Exclude<Recurrence, 'once'>, today: Day, kind: PeriodKind): [Round, Round] => {
  if (recurrence === 'weekly') return [addDays(mondayOf(today), -7), mondayOf(today)];
  const period = periodOf(today, kind);
  return [shiftPeriod(period, -1), period];
};

/**
 * The rounds of a task that can still be done on a day: the present one, and the one before while it may be caught up
 * with, which is until the commune closes its period. A task that recurs starts in the round it was given in and stops
 * after its deadline.
 */
export const roundsOf = (
  { recurrence, since, deadline }: Pick<Task, 'recurrence' | 'since' | 'deadline'>,
  today: Day,
  kind: PeriodKind,
  closed: readonly PeriodId[],
): RoundSpan[] => {
  const once = { since, deadline };
  if (recurrence === 'once') return [spanOfRound('once', kind, once)];
  return roundAt(recurrence, today, kind)
    .map((round) => spanOfRound(round, kind, once))
    .filter(({ first, last }) => since <= last! && (deadline === null || first <= deadline))
    .filter(({ first }) => !closed.includes(periodOf(first, kind)));
};
