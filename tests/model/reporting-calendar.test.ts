import { describe, expect, test } from 'vitest';
import { addDays, daysFrom, type Day } from '#model/day.ts';
import { flagsOf, nextFlag } from '#model/reporting-calendar.ts';
import { roles, type Role } from '#model/person.ts';
import type { PeriodKind } from '#model/period.ts';
import { defaultSettings, type ProvinceSettings } from '#model/settings.ts';

const settings = (periodKind: PeriodKind): ProvinceSettings => ({ ...defaultSettings, periodKind });

test('the flags of November 2026: 14, 15 and 20 by the end of the day, and before the 22nd', () => {
  expect(flagsOf('2026-11', defaultSettings).map(({ step, marked, due }) => [step, marked, due])).toEqual([
    ['villageToCommune', '2026-11-14', '2026-11-14'],
    ['communeToProvince', '2026-11-15', '2026-11-15'],
    ['provinceConsolidates', '2026-11-20', '2026-11-20'],
    ['provinceToOffice', '2026-11-22', '2026-11-21'],
  ]);
});

test('a calendar month is reported in the month after it', () => {
  expect(flagsOf('2026-12', settings('calendarMonth'))[0]?.due).toBe('2027-01-14');
});

test('“before the 1st” is the last day of the month before', () => {
  const reportingDays = { ...defaultSettings.reportingDays, provinceToOffice: { day: 1, rule: 'before' as const } };
  expect(flagsOf('2027-03', { ...defaultSettings, reportingDays })[3]).toMatchObject({
    marked: '2027-03-01',
    due: '2027-02-28',
  });
});

test.each<[Day, Role, Day, string, number]>([
  ['2026-11-11', 'villageMember', '2026-11-14', '2026-11', 3],
  ['2026-11-14', 'villageLead', '2026-11-14', '2026-11', 0],
  ['2026-11-15', 'villageMember', '2026-12-14', '2026-12', 29],
  ['2026-11-15', 'communeOfficer', '2026-11-15', '2026-11', 0],
  ['2026-11-16', 'communeOfficer', '2026-12-15', '2026-12', 29],
  ['2026-11-16', 'provinceOfficer', '2026-11-20', '2026-11', 4],
  ['2026-12-31', 'administrator', '2027-01-20', '2027-01', 20],
])('on %s the next flag of a %s is %s, for period %s, in %i days', (today, role, due, period, daysLeft) => {
  expect(nextFlag(role, today, defaultSettings)).toMatchObject({ due, period, daysLeft });
});

describe.each<PeriodKind>(['from15to14', 'calendarMonth'])('with periods of kind %s', (kind) => {
  test.each(roles)('on every day of a leap year a %s has a flag ahead, and none is skipped', (role) => {
    let before = nextFlag(role, '2027-12-31', settings(kind));
    for (let today: Day = '2028-01-01'; today <= '2028-12-31'; today = addDays(today, 1)) {
      const flag = nextFlag(role, today, settings(kind));
      expect(flag.due >= today).toBe(true);
      expect(flag.daysLeft).toBe(daysFrom(today, flag.due));
      // A flag stays the next one up to its own day, and then the one a month later follows.
      const isOver = before.due < today;
      expect(daysFrom(before.due, flag.due) > 0).toBe(isOver);
      expect(daysFrom(before.due, flag.due)).toBeLessThanOrEqual(31);
      before = flag;
    }
  });
});
