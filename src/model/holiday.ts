import catalogue from '#model/catalogue/holidays.json' with { type: 'json' };
import { addDays, type Day } from '#model/day.ts';
import { isWeekend } from '#model/week.ts';

/** A day off for offices. `decided` is false while the State has not said that the day is off in this year. */
export type Holiday = { day: Day; key: string; decided: boolean };

const exchanged = new Set(catalogue.swaps.map(({ worked }) => worked));

/** Named holidays and exchanged days, and for each that falls on a weekend the next working day (Bộ luật Lao động, Điều 111). */
const allHolidays = (): ReadonlyMap<Day, Holiday> => {
  const named: Holiday[] = [
    ...catalogue.holidays,
    ...catalogue.swaps.map(({ off }) => ({ day: off, key: 'nghi-hoan-doi', decided: true })),
  ];
  const days = new Map(named.map((holiday) => [holiday.day, holiday]));
  for (const { day, decided } of [...named].sort((a, b) => a.day.localeCompare(b.day))) {
    if (!isWeekend(day)) continue;
    let instead = addDays(day, 1);
    while (isWeekend(instead) || days.has(instead)) instead = addDays(instead, 1);
    days.set(instead, { day: instead, key: 'nghi-bu', decided });
  }
  return days;
};
const holidays = allHolidays();

/** The years whose holidays are known; of others only weekends are. */
export const holidayYears: { first: number; last: number } = catalogue.years;

export const holidayOn = (day: Day): Holiday | undefined => holidays.get(day);

/** Whether offices work: Monday to Friday but for holidays, and a Saturday that was exchanged. An undecided day counts as off. */
export const isWorkingDay = (day: Day): boolean => exchanged.has(day) || (!isWeekend(day) && !holidays.has(day));

/** The last day on which an office works, not later than `due`: what a date that falls on a day off means in practice. */
export const lastWorkingDayBy = (due: Day): Day => {
  let day = due;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
};
