import { daysFrom, type Day } from '#model/day.ts';
import type { PeriodSpan } from '#model/period.ts';

/** `met`: reached or passed; `onPace`, `behind`: still running; `missed`: the period is over without it. */
export type PaceState = 'met' | 'onPace' | 'behind' | 'missed';

/** How a target stands on a day. Counts are in the measure's own unit, days are whole and include today. */
export type Pace = {
  state: PaceState;
  /** Never capped: 27 of 25 is 108. Null for a target of nothing. */
  percent: number | null;
  /** What should be there by the end of today, going evenly. */
  needed: number;
  /** How much is lacking to `needed`. */
  short: number;
  /** Above the target. */
  over: number;
  /** Days left to work, today included; 0 once the period is over. */
  daysLeft: number;
  /** To be done on each of these days to reach it. */
  perDay: number;
};

/** The pace of `done` towards `goal` in a period, both of its ends included. `needed` is what even work would have come to. */
export const paceOf = (done: number, goal: number, { first, last }: PeriodSpan, today: Day): Pace => {
  const length = daysFrom(first, last) + 1;
  const gone = Math.min(Math.max(daysFrom(first, today) + 1, 0), length);
  const daysLeft = today > last ? 0 : length - Math.max(gone - 1, 0);
  const needed = Math.round((goal * gone) / length);
  const lacking = Math.max(goal - done, 0);
  const short = Math.max(needed - done, 0);
  const running = lacking > 0 && daysLeft > 0;
  return {
    state: lacking === 0 ? 'met' : daysLeft === 0 ? 'missed' : short > 0 ? 'behind' : 'onPace',
    percent: goal > 0 ? (100 * done) / goal : null,
    needed,
    short,
    over: Math.max(done - goal, 0),
    daysLeft,
    perDay: running ? Math.ceil(lacking / daysLeft) : 0,
  };
};
