import { dayInVietnam, daysFrom } from '#model/day.ts';
import { daysOf, periodOf, spanOf, type PeriodId, type PeriodKind, type PeriodSpan } from '#model/period.ts';
import type { PivotQuestion } from '#protocol/pivot.ts';

/** A period as far as it is counted: `days` of it, the last of which is `last`. */
export type CountedPeriod = PeriodSpan & { period: PeriodId; days: number; whole: boolean };

/** All of a period, or up to the day of it that today is of the current one. `now` in milliseconds. */
export const countedPeriod = (
  period: PeriodId,
  kind: PeriodKind,
  until: PivotQuestion['until'],
  now: number,
): CountedPeriod => {
  const days = daysOf(period, kind);
  const today = dayInVietnam(now);
  const current = periodOf(today, kind);
  const gone = daysFrom(spanOf(current, kind).first, today) + 1;
  const whole = until === 'whole' || gone >= Math.max(days.length, daysOf(current, kind).length);
  const many = whole ? days.length : Math.min(gone, days.length);
  return { period, first: days[0]!, last: days[many - 1]!, days: many, whole };
};
