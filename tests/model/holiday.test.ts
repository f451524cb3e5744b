import { describe, expect, test } from 'vitest';
import catalogue from '#model/catalogue/holidays.json' with { type: 'json' };
import { addDays, noonOf } from '#model/day.ts';
import { holidayOn, isWorkingDay, lastWorkingDayBy } from '#model/holiday.ts';
import { isWeekend, mondayOf, weekdayOf } from '#model/week.ts';
import { newMoonNear } from '../support/new-moon.ts';

const daysOf = (year: number, key: string) =>
  catalogue.holidays.filter((holiday) => holiday.key === key && holiday.day.startsWith(`${year}-`));

describe.each([2026, 2027, 2028, 2029, 2030])('the holidays of %i', (year) => {
  test('are the twelve days of Điều 112 and 24/11', () => {
    expect(daysOf(year, 'tet-nguyen-dan')).toHaveLength(5);
    expect(daysOf(year, 'quoc-khanh')).toHaveLength(2);
    expect(
      ['tet-duong-lich', 'gio-to', 'chien-thang', 'quoc-te-lao-dong'].map((key) => daysOf(year, key).length),
    ).toEqual([1, 1, 1, 1]);
    expect(catalogue.holidays.filter(({ day }) => day.startsWith(`${year}-`))).toHaveLength(12);
  });

  test('follow the moon over Vietnam: Tết begins the first lunar month, Giỗ Tổ is the tenth day of the third', () => {
    const firstOfYear = daysOf(year, 'tet-nguyen-dan')[1]!.day;
    expect(newMoonNear(noonOf(firstOfYear))).toBe(firstOfYear);
    const firstOfThird = addDays(daysOf(year, 'gio-to')[0]!.day, -9);
    expect(newMoonNear(noonOf(firstOfThird))).toBe(firstOfThird);
    expect(newMoonNear(noonOf(addDays(firstOfYear, 59)))).toBe(firstOfThird);
  });

  test('a day that is off on a weekend is made up for on a working day after it', () => {
    const lost = catalogue.holidays.filter(({ day }) => day.startsWith(`${year}-`) && isWeekend(day));
    const made = Array.from({ length: 365 }, (_, at) => addDays(`${year}-01-01`, at)).filter(
      (day) => holidayOn(day)?.key === 'nghi-bu',
    );
    expect(made).toHaveLength(lost.length);
    expect(made.some(isWeekend)).toBe(false);
  });
});

test('in 2030 Tết comes a day before China’s, whose clocks are past midnight at that new moon', () => {
  expect(daysOf(2030, 'tet-nguyen-dan')[1]!.day).toBe('2030-02-02');
});

test('2026 as the State announced it: nine days at Tết, Giỗ Tổ made up for on Monday, two days exchanged', () => {
  expect(['2026-02-13', '2026-02-16', '2026-02-20', '2026-02-23'].map(isWorkingDay)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(holidayOn('2026-04-27')).toEqual({ day: '2026-04-27', key: 'nghi-bu', decided: true });
  expect(['2026-08-22', '2026-08-31', '2026-09-03'].map(isWorkingDay)).toEqual([true, false, true]);
});

test('a day nobody has decided on yet says so', () => {
  expect(holidayOn('2026-11-24')?.decided).toBe(false);
  expect(holidayOn('2027-02-08')?.decided).toBe(false);
  expect(holidayOn('2027-09-02')?.decided).toBe(true);
});

test('what is due on a Saturday is handed in on Friday; what is due in the middle of Tết, before Tết', () => {
  expect(lastWorkingDayBy('2026-11-14')).toBe('2026-11-13');
  expect(lastWorkingDayBy('2026-02-19')).toBe('2026-02-13');
  expect(lastWorkingDayBy('2026-11-12')).toBe('2026-11-12');
});

test('a week is named by its Monday', () => {
  expect(weekdayOf('2026-11-15')).toBe(7);
  expect(mondayOf('2026-11-15')).toBe('2026-11-09');
  expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  expect(mondayOf('2022-01-06')).toBe('2022-01-03');
});
