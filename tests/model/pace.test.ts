import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFrom } from '#model/day.ts';
import { paceOf } from '#model/pace.ts';
import { spanOf } from '#model/period.ts';

const november = spanOf('2026-11', 'from15to14');
const tenth = (done: number, goal: number) => paceOf(done, goal, november, '2026-11-10');

describe('Thôn 2 on 10/11, the 27th of 31 days, five days left with today', () => {
  test('is ten behind with 42 of 60, and needs four a day', () => {
    expect(tenth(42, 60)).toEqual({
      state: 'behind',
      percent: 70,
      needed: 52,
      short: 10,
      over: 0,
      daysLeft: 5,
      perDay: 4,
    });
  });

  test('is in time with 36 of 40, and one a day is enough', () => {
    expect(tenth(36, 40)).toMatchObject({ state: 'onPace', percent: 90, needed: 35, short: 0, perDay: 1 });
  });

  test('has passed 25 with 27, which is 108 percent and not 100', () => {
    expect(tenth(27, 25)).toMatchObject({ state: 'met', percent: 108, needed: 22, over: 2, perDay: 0 });
  });
});

test('on the last day everything has to be there by tonight; a day later it is missed, however near', () => {
  expect(paceOf(59, 60, november, '2026-11-14')).toMatchObject({ state: 'behind', needed: 60, daysLeft: 1, perDay: 1 });
  expect(paceOf(59, 60, november, '2026-11-15')).toMatchObject({ state: 'missed', short: 1, daysLeft: 0, perDay: 0 });
  expect(paceOf(60, 60, november, '2026-11-15')).toMatchObject({ state: 'met', daysLeft: 0 });
});

test('before the period begins nothing is needed yet, and all its days are left', () => {
  expect(paceOf(0, 62, november, '2026-10-01')).toMatchObject({ state: 'onPace', needed: 0, daysLeft: 31, perDay: 2 });
});

test('a target of nothing is met, and is no percentage of anything', () => {
  expect(paceOf(0, 0, november, '2026-11-10')).toMatchObject({ state: 'met', percent: null, over: 0 });
});

const counted = fc.integer({ min: 0, max: 5000 });
const dayNear = fc.integer({ min: -10, max: 45 }).map((days) => addDays(november.first, days));

test('whoever does what is said for each day left reaches the target, and one less a day would not do', () => {
  fc.assert(
    fc.property(counted, counted, dayNear, (done, goal, today) => {
      const { perDay, daysLeft, state } = paceOf(done, goal, november, today);
      const running = state === 'behind' || state === 'onPace';
      expect(perDay > 0).toBe(running);
      expect(!running || done + perDay * daysLeft >= goal).toBe(true);
      expect(!running || done + (perDay - 1) * daysLeft < goal).toBe(true);
    }),
  );
});

test('what is needed by a day only grows, from nothing to the whole target on the last day', () => {
  fc.assert(
    fc.property(counted, (goal) => {
      let before = 0;
      for (let day = november.first; day <= november.last; day = addDays(day, 1)) {
        const { needed } = paceOf(0, goal, november, day);
        expect(needed).toBeGreaterThanOrEqual(before);
        before = needed;
      }
      expect(before).toBe(goal);
    }),
    { numRuns: 30 },
  );
});

test('more work is never a worse state, and the days left count down by one', () => {
  const states = ['missed', 'behind', 'onPace', 'met'];
  fc.assert(
    fc.property(counted, counted, dayNear, (done, goal, today) => {
      const now = paceOf(done, goal, november, today);
      const further = paceOf(done + 1, goal, november, today);
      expect(states.indexOf(further.state)).toBeGreaterThanOrEqual(states.indexOf(now.state));
      const left = daysFrom(today, november.last) + 1;
      expect(now.daysLeft).toBe(Math.min(Math.max(left, 0), 31));
    }),
  );
});
