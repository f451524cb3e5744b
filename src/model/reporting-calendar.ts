import { addDays, daysFrom, type Day } from '#model/day.ts';
import { periodOf, shiftPeriod, type PeriodId } from '#model/period.ts';
import { reportingSteps, type ProvinceSettings, type ReportingStep } from '#model/settings.ts';
import type { Role } from '#model/person.ts';

/** A reporting day of one period. `due` is the last day on which the step is in time. */
export type Flag = { step: ReportingStep; period: PeriodId; marked: Day; due: Day; rule: 'on' | 'before' };

const stepOfRole: Record<Role, ReportingStep> = {
  villageMember: 'villageToCommune',
  villageLead: 'villageToCommune',
  communeOfficer: 'communeToProvince',
  provinceOfficer: 'provinceConsolidates',
  administrator: 'provinceConsolidates',
};

/** The four flags of a period, which stand in the month it is named after. */
export const flagsOf = (period: PeriodId, settings: Pick<ProvinceSettings, 'periodKind' | 'reportingDays'>): Flag[] =>
  reportingSteps.map((step) => {
    const { day, rule } = settings.reportingDays[step];
    // A calendar month is reported in the month after it.
    const month = settings.periodKind === 'calendarMonth' ? shiftPeriod(period, 1) : period;
    const marked: Day = `${month}-${String(day).padStart(2, '0')}`;
    return { step, period, marked, due: rule === 'before' ? addDays(marked, -1) : marked, rule };
  });

/** The next flag a person has to meet, today's included, and the whole days left to it. */
export const nextFlag = (role: Role, today: Day, settings: ProvinceSettings): Flag & { daysLeft: number } => {
  const current = periodOf(today, settings.periodKind);
  const mine = [shiftPeriod(current, -1), current, shiftPeriod(current, 1)]
    .flatMap((period) => flagsOf(period, settings))
    .filter((flag) => flag.step === stepOfRole[role]);
  const flag = mine.find((candidate) => candidate.due >= today) ?? mine[mine.length - 1]!;
  return { ...flag, daysLeft: daysFrom(today, flag.due) };
};
