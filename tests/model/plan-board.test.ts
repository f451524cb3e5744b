import { expect, test } from 'vitest';
import { everyBody } from '#model/body.ts';
import { boardOf, notedIn } from '#model/plan-board.ts';
import { planLibrary } from '#model/plan-library.ts';
import { planItemId, planItemOf, type PlanItem } from '#model/records/plan-item.ts';

const taken = planLibrary
  .find(({ plan }) => plan === 'hatinh')!
  .tasks.map(({ key }) =>
    planItemOf({ id: planItemId(key, '42'), type: 'plan-item', unit: '42', fields: {}, lists: {} })!,
  );
const but = (key: string, change: Partial<PlanItem>) =>
  taken.map((item) => (item.key === key ? { ...item, ...change } : item));

test('a whole plan taken over stands under its leading bodies, and all that is not done is late by now', () => {
  const { groups, counts } = boardOf(taken, '2026-11-12');
  expect(groups.map(({ body, items }) => [body, items.length])).toEqual([
    ['Công an tỉnh', 23],
    ['Văn phòng UBND tỉnh', 4],
    [everyBody, 2],
    ['Sở Tài chính', 1],
    ['Sở Khoa học và Công nghệ', 1],
  ]);
  expect(counts).toEqual({ late: 29, doing: 0, waiting: 0, steady: 2, done: 0, dropped: 0 });
});

test('within a body what is late comes first, and of those the longest late; then the order of the plan', () => {
  const items = but('hatinh-ii-09', { status: 'doing', deadline: '2026-12' }).map((item) =>
    item.key === 'hatinh-ii-01' ? { ...item, status: 'done' as const } : item,
  );
  const office = boardOf(items, '2026-11-12').groups.find(({ body }) => body === 'Văn phòng UBND tỉnh')!;
  expect(office.items.map(({ code }) => code)).toEqual(['II.2', 'II.8', 'II.9', 'II.1']);
  expect(office.counts).toMatchObject({ late: 2, doing: 1, done: 1 });
});

test('a longer deadline takes a task off the late ones', () => {
  const extended = boardOf(but('hatinh-ii-10', { deadline: '2026-12-31' }), '2026-11-12');
  expect(extended.counts).toMatchObject({ late: 28, waiting: 1 });
});

test('notes of a month are counted over the tasks that still run', () => {
  const note = { period: '2026-11', text: 'Đang làm', by: 1, at: 0 };
  const items = but('hatinh-ii-10', { notes: [note] }).map((item) =>
    item.key === 'hatinh-i-01' ? { ...item, status: 'done' as const } : item,
  );
  expect(notedIn(items, '2026-11')).toEqual({ noted: 1, running: 30 });
  expect(notedIn(items, '2026-10')).toEqual({ noted: 0, running: 30 });
});
