import { holidaysBetween, reportingDates } from '#model/calendar.ts';
import { addDays, dayInVietnam, type Day } from '#model/day.ts';
import { icsOf, type IcsEvent } from '#model/ics.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { UnitLevel } from '#model/unit.ts';

/** A sentence of locales/{vi,en}/calendar.json by its key. */
export type Say = (key: string, params?: Record<string, string>) => string;

const daysAhead = 400;
const daysBack = 31;

/**
 * The reporting days and holidays of a level as an .ics file, from a month ago to thirteen months ahead: the same for
 * everybody of that level, hence nothing about anybody. `now` is in milliseconds. An event keeps its name from one making
 * to the next, so that importing the file again moves a day instead of doubling it.
 */
export const calendarFile = (
  level: UnitLevel,
  settings: Pick<ProvinceSettings, 'periodKind' | 'reportingDays'>,
  now: number,
  say: Say,
): string => {
  const today = dayInVietnam(now);
  const [first, last] = [addDays(today, -daysBack), addDays(today, daysAhead)];
  const reports = reportingDates(level, first, last, settings).map(({ flag, handIn }): IcsEvent => {
    const params = { month: spokenMonth(flag.period), due: spoken(flag.due), handIn: spoken(handIn) };
    return {
      uid: `${flag.step}-${flag.period}@so-tay-06`,
      day: handIn,
      title: say(`file.${flag.step}`, params),
      text: say(handIn === flag.due ? 'file.due' : 'file.dueOnDayOff', params),
      // Nine in the morning of the day before, and of the day itself for whoever looks at the calendar.
      remindHoursBefore: 15,
    };
  });
  const holidays = holidaysBetween(first, last).map(({ day, key, decided }): IcsEvent => ({
    uid: `${key}-${day}@so-tay-06`,
    day,
    title: say(`holiday.${key}`),
    text: decided ? '' : say('file.undecided'),
  }));
  return icsOf(say('file.name'), [...reports, ...holidays], now);
};

const spoken = (day: Day): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
const spokenMonth = (period: string): string => `${Number(period.slice(5))}/${period.slice(0, 4)}`;
