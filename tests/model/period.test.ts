import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#model/day.ts';
import { isPeriod, periodOf, shiftPeriod, spanOf, type PeriodKind } from '#model/period.ts';
import { anyDay } from '../support/entries.ts';

test.each<[PeriodKind, string, string]>([
  ['from15to14', '2026-11-14', '2026-11'],
  ['from15to14', '2026-11-15', '2026-12'],
  ['from15to14', '2026-12-15', '2027-01'],
  ['calendarMonth', '2026-11-14', '2026-11'],
  ['calendarMonth', '2026-11-30', '2026-11'],
  ['calendarMonth', '2026-12-01', '2026-12'],
])('with %s, %s counts in %s', (kind, day, period) => {
  expect(periodOf(day, kind)).toBe(period);
});

test('Nghị định 09/2019, Điều 12: January’s period begins on 15 December', () => {
  expect(spanOf('2027-01', 'from15to14')).toEqual({ first: '2026-12-15', last: '2027-01-14' });
});

test('a calendar month ends on its own last day, in a leap year too', () => {
  expect(spanOf('2028-02', 'calendarMonth')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
  expect(spanOf('2026-12', 'calendarMonth').last).toBe('2026-12-31');
});

describe.each<PeriodKind>(['from15to14', 'calendarMonth'])('periods of kind %s', (kind) => {
  test('every day lies in exactly one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const period = periodOf(day, kind);
        const around = [-2, -1, 0, 1, 2].map((months) => shiftPeriod(period, months));
        const holding = around.filter((one) => spanOf(one, kind).first <= day && day <= spanOf(one, kind).last);
        expect(holding).toEqual([period]);
      }),
    );
  });

  test('they tile the calendar: each begins the day after the one before ended', () => {
    for (let months = 0; months < 60; months++) {
      const period = shiftPeriod('2024-01', months);
      expect(addDays(spanOf(period, kind).last, 1)).toBe(spanOf(shiftPeriod(period, 1), kind).first);
    }
  });
});

test('a period is written as year and month', () => {
  expect(['2026-01', '2026-12'].every(isPeriod)).toBe(true);
  expect(['2026-00', '2026-13', '2026-1', '2026', '2026-11-01', ''].some(isPeriod)).toBe(false);
});
