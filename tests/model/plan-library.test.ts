import { expect, test } from 'vitest';
import { everyBody, leadingBody, presentBodies } from '#model/body.ts';
import { isDeadline, readDeadline } from '#model/deadline.ts';
import { plannedTask, planLibrary } from '#model/plan-library.ts';

const tasks = planLibrary.flatMap((plan) => plan.tasks);
const countByGroup = (key: string) => {
  const plan = planLibrary.find((one) => one.plan === key)!;
  return plan.groups.map((group) => plan.tasks.filter((task) => task.group === group.key).length);
};

test('the library is complete: 52 tasks of Quyết định 06, 31 of Hà Tĩnh, 45 of Bắc Kạn, by group', () => {
  expect(countByGroup('national')).toEqual([11, 13, 4, 2, 19, 3]);
  expect(countByGroup('hatinh')).toEqual([11, 13, 4, 2, 1]);
  expect(countByGroup('backan')).toEqual([10, 9, 3, 2, 19, 2]);
  expect(tasks).toHaveLength(52 + 31 + 45);
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
});

test('each task has its words, who leads it and until when, and a key that a record can be named by', () => {
  for (const { key, code, text, lead, deadline } of tasks) {
    expect(key).toMatch(/^(national|hatinh|backan)(-[a-z0-9]+)+$/);
    expect([code, text, lead].map((words) => words.trim())).not.toContain('');
    expect(isDeadline(deadline)).toBe(true);
  }
  expect(plannedTask('national-ii-07')?.stages?.map(({ from }) => from)).toEqual([
    '2022-06-01',
    '2022-12-01',
    '2023-06-01',
  ]);
  expect(plannedTask('hatinh-vi-01')).toBeUndefined();
});

test('the deadline kept for a task is the one its plan’s words say, wherever they say one', () => {
  const unlike = tasks
    .filter(({ stages }) => !stages)
    .filter(({ deadline, deadlineText }) => (readDeadline(deadlineText) ?? deadline) !== deadline);
  expect(unlike.map(({ key, deadlineText }) => `${key}: ${deadlineText}`)).toEqual([]);
  const unread = tasks.filter(({ stages, deadlineText }) => !stages && readDeadline(deadlineText) === undefined);
  expect(unread.map(({ deadlineText }) => deadlineText)).toEqual([
    'Trong tháng 2 và 3 năm 2022',
    'Thực hiện thường xuyên',
  ]);
});

test('bodies merged in March 2025 are named as they are now, the others as they were', () => {
  expect(presentBodies('Công an tỉnh, Sở Kế hoạch và Đầu tư')).toBe('Công an tỉnh, Sở Tài chính');
  expect(presentBodies('Bộ Công an, Bộ Lao động - Thương binh và Xã hội')).toBe('Bộ Công an, Bộ Nội vụ, Bộ Y tế');
  expect(presentBodies('Sở Tài nguyên và Môi trường, Sở Nông nghiệp và Phát triển nông thôn')).toBe(
    'Sở Nông nghiệp và Môi trường',
  );
  expect(presentBodies('Tòa án nhân dân tỉnh')).toBe('Tòa án nhân dân tỉnh');
});

test('Hà Tĩnh’s 31 tasks stand under five leading bodies: the police have 23', () => {
  const hatinh = planLibrary.find(({ plan }) => plan === 'hatinh')!;
  const led = new Map<string, number>();
  for (const { lead } of hatinh.tasks) led.set(leadingBody(lead), (led.get(leadingBody(lead)) ?? 0) + 1);
  expect(Object.fromEntries(led)).toEqual({
    'Công an tỉnh': 23,
    'Văn phòng UBND tỉnh': 4,
    [everyBody]: 2,
    'Sở Tài chính': 1,
    'Sở Khoa học và Công nghệ': 1,
  });
  expect(leadingBody('Công an tỉnh và các cơ quan, tổ chức liên quan')).toBe('Công an tỉnh');
  expect(leadingBody('Sở Kế hoạch và Đầu tư')).toBe('Sở Kế hoạch và Đầu tư');
});
