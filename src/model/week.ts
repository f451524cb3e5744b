import { addDays, daysFrom, type Day } from '#model/day.ts';

const someMonday: Day = '2024-01-01';

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => (((daysFrom(someMonday, day) % 7) + 7) % 7) + 1;

/** The Monday of a day's week, by which the week is named. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

export const isWeekend = (day: Day): boolean => weekdayOf(day) >= 6;
