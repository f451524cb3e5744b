import { addDays as addDaysTo, differenceInCalendarDays, isValid, lightFormat, parseISO } from 'date-fns';
import { UTCDate, utc } from '@date-fns/utc';
import { remembered } from '#model/remembered.ts';

/** A calendar day in Vietnam, written 'YYYY-MM-DD'. It has no time of day and no time zone. */
export type Day = string;

const vietnamAheadOfUtc = 7 * 60 * 60 * 1000;
const read = (day: Day) => parseISO(day, { in: utc });
const write = (date: Date): Day => lightFormat(date, 'yyyy-MM-dd');

/** The calendar day in Vietnam (UTC+7 all year) at an instant in milliseconds since 1970. */
export const dayInVietnam = (instant: number): Day => write(new UTCDate(instant + vietnamAheadOfUtc));

/** True for a day that exists, in the one way of writing it: '2026-02-29' and '2026-2-9' are none. */
export const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text);
const exists = remembered((text) => isValid(read(text)) && write(read(text)) === text);

/** The day that many days later, or earlier when negative. */
export const addDays = (day: Day, days: number): Day => dayAfter(`${day} ${days}`);
const dayAfter = remembered((asked) => {
  const [day, days] = asked.split(' ') as [Day, string];
  return write(addDaysTo(read(day), Number(days)));
});

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysFrom = (from: Day, to: Day): number => differenceInCalendarDays(read(to), read(from));

export const dayOfMonth = (day: Day): number => Number(day.slice(8));

/** Noon in Vietnam of that day, as an instant, for formatting by Intl with timeZone 'Asia/Ho_Chi_Minh'. */
export const noonOf = (day: Day): number => read(day).getTime() + 12 * 60 * 60 * 1000 - vietnamAheadOfUtc;
