import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayInVietnam, dayOfMonth, daysFrom, isDay, noonOf } from '#model/day.ts';
import { anyDay } from '../support/entries.ts';

test.each([
  ['16:59:59Z', '2026-11-12'],
  ['17:00:00Z', '2026-11-13'],
])('at %s on 12/11 it is %s in Vietnam, seven hours ahead', (time, day) => {
  expect(dayInVietnam(Date.parse(`2026-11-12T${time}`))).toBe(day);
});

test('a day that exists is one, in the one way of writing it', () => {
  fc.assert(fc.property(anyDay, isDay));
  expect(isDay('2028-02-29')).toBe(true);
});

test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-2-9', '12/11/2026', '2026-11-12T00:00', ''])(
  '“%s” is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('days later and days between are the same thing seen from both ends', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
      const other = addDays(day, days);
      expect(daysFrom(day, other)).toBe(days);
      expect(addDays(other, -days)).toBe(day);
      expect(other > day).toBe(days > 0);
    }),
  );
});

test('a day’s noon lies in that day', () => {
  fc.assert(fc.property(anyDay, (day) => dayInVietnam(noonOf(day)) === day));
  expect(new Date(noonOf('2026-11-12')).toISOString()).toBe('2026-11-12T05:00:00.000Z');
  expect(dayOfMonth('2026-11-02')).toBe(2);
});
