import { addDays, daysFrom, type Day } from '#model/day.ts';
import { holidayOn, lastWorkingDayBy, type Holiday } from '#model/holiday.ts';
import { periodOf, shiftPeriod, type PeriodId } from '#model/period.ts';
import { flagsOf, type Flag } from '#model/reporting-calendar.ts';
import type { ProvinceSettings, ReportingStep } from '#model/settings.ts';
import type { UnitLevel } from '#model/unit.ts';

/** The reporting days each level has to know: those it meets and those it waits for. */
export const stepsOfLevel: Record<UnitLevel, readonly ReportingStep[]> = {
  village: ['villageToCommune'],
  commune: ['villageToCommune', 'communeToProvince'],
  province: ['communeToProvince', 'provinceConsolidates', 'provinceToOffice'],
};

/** A reporting day. `handIn` is the last day on which an office still works, not later than `flag.due`; often the same. */
export type ReportingDate = { flag: Flag; handIn: Day };

/** The reporting days of a level that are due from `first` to `last`, both included, in their order. */
export const reportingDates = (
  level: UnitLevel,
  first: Day,
  last: Day,
  settings: Pick<ProvinceSettings, 'periodKind' | 'reportingDays'>,
): ReportingDate[] =>
  periodsAround(first, last, settings)
    .flatMap((period) => flagsOf(period, settings))
    .filter(({ step, due }) => stepsOfLevel[level].includes(step) && first <= due && due <= last)
    .sort((a, b) => a.due.localeCompare(b.due))
    .map((flag) => ({ flag, handIn: lastWorkingDayBy(flag.due) }));

/** A period's figures are due in it or in one of the two months after, whichever way months are cut. */
const periodsAround = (first: Day, last: Day, { periodKind }: Pick<ProvinceSettings, 'periodKind'>): PeriodId[] => {
  const periods: PeriodId[] = [];
  for (let at = shiftPeriod(periodOf(first, periodKind), -2); at <= periodOf(last, periodKind); at = shiftPeriod(at, 1))
    periods.push(at);
  return periods;
};

/** The holidays from `first` to `last`, both included. */
export const holidaysBetween = (first: Day, last: Day): Holiday[] =>
  Array.from({ length: daysFrom(first, last) + 1 }, (_, at) => holidayOn(addDays(first, at))).filter(
    (holiday): holiday is Holiday => holiday !== undefined,
  );

/** A holiday of one or several days on end. `decided`: all of them are. */
export type HolidaySpan = { key: Holiday['key']; first: Day; last: Day; decided: boolean };

/** Days of one holiday that follow one another, in their order, as one. */
export const holidaySpans = (holidays: readonly Holiday[]): HolidaySpan[] =>
  holidays.reduce<HolidaySpan[]>((spans, { day, key, decided }) => {
    const before = spans[spans.length - 1];
    return before?.key === key && addDays(before.last, 1) === day
      ? [...spans.slice(0, -1), { ...before, last: day, decided: before.decided && decided }]
      : [...spans, { key, first: day, last: day, decided }];
  }, []);
