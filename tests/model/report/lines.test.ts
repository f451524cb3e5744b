import { describe, expect, test } from 'vitest';
import { givenLines, obstacleLines, planLines, targetLines } from '#model/report/lines.ts';
import type { Obstacle } from '#model/records/obstacle.ts';
import { planItemOf } from '#model/records/plan-item.ts';
import type { Task } from '#model/records/task.ts';

const span = { first: '2026-10-15', last: '2026-11-14' };
const noonOf = (day: string) => Date.parse(`${day}T05:00:00Z`) / 1000;

const task: Task = {
  title: 'Rà soát thẻ',
  steps: [],
  recurrence: 'once',
  deadline: '2026-11-10',
  since: '2026-10-20',
  goals: {},
  units: 'all',
  note: '',
  assignedBy: 'Công an xã',
  template: null,
  cancelled: false,
};

describe('tasks given to units', () => {
  const states = (done: number, all: number, today: string) =>
    givenLines([{ task, done, all }], span, today).map(({ state }) => state);

  test('are done when all have done it, late when the day is past, and else as far as they are', () => {
    expect(states(4, 4, '2026-11-20')).toEqual(['done']);
    expect(states(3, 4, '2026-11-11')).toEqual(['late']);
    expect(states(3, 4, '2026-11-10')).toEqual(['doing']);
    expect(states(0, 4, '2026-11-10')).toEqual(['waiting']);
  });

  test('are those that ran in the period, and were not cancelled', () => {
    const of = (change: Partial<Task>) =>
      givenLines([{ task: { ...task, ...change }, done: 0, all: 1 }], span, '2026-11-01').length;
    expect(of({ deadline: '2026-10-14' })).toBe(0);
    expect(of({ deadline: '2026-10-15' })).toBe(1);
    expect(of({ deadline: null })).toBe(1);
    expect(of({ since: '2026-11-14' })).toBe(1);
    expect(of({ since: '2026-11-15' })).toBe(0);
    expect(of({ cancelled: true })).toBe(0);
  });
});

test('a plan’s tasks are said with the bodies of today, the month’s note, and how they stand', () => {
  const version = (value: string) => [{ op: '1-1', value, at: 1, by: 1, seen: [] }];
  const item = planItemOf({
    id: 'plan-item:own-1:42',
    type: 'plan-item',
    unit: '42',
    fields: {
      text: version('Số hoá dữ liệu hộ tịch'),
      owner: version('Sở Tư pháp'),
      code: version('1'),
      deadline: version('2026-Q2'),
      status: version('doing'),
      'note.2026-11': version('Đạt 80%'),
    },
    lists: {},
  })!;
  expect(planLines([item], '2026-11', '2026-11-12')).toEqual([
    expect.objectContaining({ text: 'Số hoá dữ liệu hộ tịch', deadline: 'Quý 2/2026', state: 'late', note: 'Đạt 80%' }),
  ]);
  expect(planLines([item], '2026-10', '2026-06-12')[0]).toMatchObject({ state: 'doing', note: '' });
  expect(planLines([{ ...item, status: 'dropped' }], '2026-10', '2026-06-12')).toEqual([]);
});

describe('obstacles of a period', () => {
  const obstacle = (change: Partial<Obstacle>): Obstacle => ({
    id: '1-1',
    unit: 'a',
    raisedBy: 1,
    raisedAt: noonOf('2026-11-01'),
    kind: 'khong-co-song',
    asked: 'ubnd-xa',
    people: 0,
    text: '',
    measure: null,
    task: null,
    passed: null,
    passedAt: 0,
    solvedAt: null,
    said: [],
    ...change,
  });
  const lines = (...changes: Partial<Obstacle>[]) =>
    obstacleLines(changes.map(obstacle), span, (unit) => `Thôn ${unit}`);

  test('are counted by kind, each village once, and what was asked of the province is proposed', () => {
    const passed = { deadline: '2026-11-20', why: 'Cần trạm sóng' };
    expect(lines({}, { unit: 'b', passed }, { passed }, { kind: 'gia-yeu', solvedAt: noonOf('2026-11-02') })).toEqual([
      { kind: 'khong-co-song', count: 3, open: 3, units: ['Thôn a', 'Thôn b'], proposals: ['Cần trạm sóng'] },
      { kind: 'gia-yeu', count: 1, open: 0, units: ['Thôn a'], proposals: [] },
    ]);
  });

  test('are those that stood in it: not solved before it, not raised after it', () => {
    expect(lines({ raisedAt: noonOf('2026-09-01'), solvedAt: noonOf('2026-10-14') })).toEqual([]);
    expect(lines({ raisedAt: noonOf('2026-09-01'), solvedAt: noonOf('2026-10-15') })).toHaveLength(1);
    expect(lines({ raisedAt: noonOf('2026-11-15') })).toEqual([]);
    expect(lines({ solvedAt: noonOf('2026-11-15') })[0]).toMatchObject({ open: 1 });
  });
});

test('a target in percent is of those asked', () => {
  expect(
    targetLines(
      [
        { goal: 'HAI_LONG', value: 90 },
        { goal: 'TT_BUOI', value: 10 },
      ],
      { HAI_LONG: 9, HAI_LONG_HOI: 10 },
    ),
  ).toEqual([
    { goal: 'HAI_LONG', asked: 90, done: 90, percent: true },
    { goal: 'TT_BUOI', asked: 10, done: 0, percent: false },
  ]);
});
