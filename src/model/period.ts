import { addMonths, lightFormat, parseISO } from 'date-fns';
import { utc } from '@date-fns/utc';
import { addDays, dayOfMonth, type Day } from '#model/day.ts';
import { remembered } from '#model/remembered.ts';

/** A reporting period, named by the month whose report it feeds: 'YYYY-MM'. */
export type PeriodId = string;

/**
 * How a province cuts its months. `from15to14` is Nghị định 09/2019/NĐ-CP, Điều 12: the 15th of the month
 * before to the 14th of the month itself.
 */
export type PeriodKind = 'from15to14' | 'calendarMonth';

export type PeriodSpan = { first: Day; last: Day };

const monthOf = (day: Day): PeriodId => day.slice(0, 7);

/** The month `months` later (or earlier, when negative). */
export const shiftPeriod = (period: PeriodId, months: number): PeriodId => monthAfter(`${period} ${months}`);
const monthAfter = remembered((asked) => {
  const [period, months] = asked.split(' ') as [PeriodId, string];
  return lightFormat(addMonths(parseISO(`${period}-01`, { in: utc }), Number(months)), 'yyyy-MM');
});

/** The period a day counts in. Every day lies in exactly one period of a kind. */
export const periodOf = (day: Day, kind: PeriodKind): PeriodId =>
  kind === 'from15to14' && dayOfMonth(day) >= 15 ? shiftPeriod(monthOf(day), 1) : monthOf(day);

/** First and last day of a period, both included. */
export const spanOf = (period: PeriodId, kind: PeriodKind): PeriodSpan =>
  kind === 'from15to14'
    ? { first: `${shiftPeriod(period, -1)}-15`, last: `${period}-14` }
    : { first: `${period}-01`, last: addDays(`${shiftPeriod(period, 1)}-01`, -1) };

/** Every day of a period, the first first. */
export const daysOf = (period: PeriodId, kind: PeriodKind): Day[] => {
  const { first, last } = spanOf(period, kind);
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

export const isPeriod = (text: string): text is PeriodId => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
