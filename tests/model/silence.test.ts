import { expect, test } from 'vitest';
import { daysSilent } from '#model/silence.ts';

const village = { validFrom: '2026-11-01' };
const evening = Date.parse('2026-11-05T23:30:00+07:00') / 1000;

test('a village is silent from the day the setting says, counted in days of Vietnam', () => {
  expect(daysSilent(village, evening, '2026-11-11', 7)).toBeNull();
  expect(daysSilent(village, evening, '2026-11-12', 7)).toBe(7);
});

test('one that never sent anything is silent since it exists', () => {
  expect(daysSilent(village, null, '2026-11-07', 7)).toBeNull();
  expect(daysSilent(village, null, '2026-11-21', 7)).toBe(20);
});
