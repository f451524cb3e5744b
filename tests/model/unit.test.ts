import { expect, test } from 'vitest';
import { existsOn } from '#model/unit.ts';

test('a unit exists on its first and on its last day, and not on the days around', () => {
  const merged = { validFrom: '2025-07-01', validTo: '2026-06-30' };
  expect(['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((day) => existsOn(merged, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a unit that was not ended exists on', () => {
  expect(existsOn({ validFrom: '2025-07-01', validTo: null }, '2099-12-31')).toBe(true);
});
