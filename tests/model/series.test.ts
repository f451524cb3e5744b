import { expect, test } from 'vitest';
import { daysOf } from '#model/period.ts';
import { byDay, runningTotals, upToDay } from '#model/series.ts';

const days = daysOf('2026-11', 'from15to14');

test('a period has its days in order, across the end of a month', () => {
  expect([days[0], days[16], days[17], days[days.length - 1], days.length]).toEqual([
    '2026-10-15',
    '2026-10-31',
    '2026-11-01',
    '2026-11-14',
    31,
  ]);
  expect(daysOf('2027-02', 'calendarMonth')).toHaveLength(28);
});

test('sums by day stand in the order of the days, and add up to any of them', () => {
  const series = byDay({ VNEID_CAI: { '31': 2, '1': 3, '15': 4 }, DVC_HD: { '14': 1 } }, days);
  expect(upToDay(series, 1)).toEqual({ VNEID_CAI: 4 });
  expect(upToDay(series, 17)).toEqual({ VNEID_CAI: 6 });
  expect(upToDay(series, 31)).toEqual({ VNEID_CAI: 9, DVC_HD: 1 });
  const running = runningTotals(series, 18);
  expect(running).toEqual({ VNEID_CAI: [...Array<number>(16).fill(4), 6, 9] });
  expect(runningTotals(series, 0)).toEqual({});
});
