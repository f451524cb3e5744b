import { describe, expect, test } from 'vitest';
import { measures } from '#model/indicator.ts';
import { applyToRecord, type EditableRecord, type Json } from '#model/record.ts';
import { progressId } from '#model/records/progress.ts';
import { answersOf, countStates, roundOn } from '#model/task-answers.ts';
import { audienceOf } from '#model/task-audience.ts';
import { taskTemplates } from '#model/task-templates.ts';
import en from '../../locales/en/plans.json' with { type: 'json' };
import vi from '../../locales/vi/plans.json' with { type: 'json' };

const villages = ['18124-01', '18124-02', '18124-03', '18124-04'].map((id) => ({ id }));
const said = (unit: string, set: Record<string, Json>, round = 'once'): [string, EditableRecord] => {
  const id = progressId('17-3', unit, round);
  const operation = {
    device: 5,
    seq: 1,
    at: 1_794_000_000,
    unit,
    kind: 'record.write' as const,
    body: { type: 'progress', record: id, set },
  };
  return [id, applyToRecord(undefined, operation, { by: 6, receivedAt: null })];
};
const task = { id: '17-3', deadline: '2026-11-20' };

describe('what units answer to a task', () => {
  const answered = new Map([
    said('18124-02', { done: true }),
    said('18124-03', { reason: 'mat-song', note: 'Trạm hỏng từ 10/11' }),
    said('18124-04', { 'step.0': true }),
  ]);

  test('those that ask for a look stand first, with their reason and who said so', () => {
    const rows = answersOf(task, 'once', villages, answered, '2026-11-12');
    expect(rows.map(({ unit, state }) => [unit.id, state])).toEqual([
      ['18124-03', 'notDone'],
      ['18124-04', 'started'],
      ['18124-01', 'open'],
      ['18124-02', 'done'],
    ]);
    expect(rows[0]).toMatchObject({
      reason: 'mat-song',
      note: 'Trạm hỏng từ 10/11',
      said: { by: 6, at: 1_794_000_000 },
    });
    expect(countStates(rows)).toEqual({ done: 1, started: 1, open: 1, late: 0, notDone: 1 });
  });

  test('past the last day, whoever has not answered is late, and who answered is not', () => {
    expect(countStates(answersOf(task, 'once', villages, answered, '2026-11-21'))).toEqual({
      done: 1,
      started: 0,
      open: 0,
      late: 2,
      notDone: 1,
    });
  });

  test('each round is answered for itself', () => {
    const october = new Map([said('18124-02', { done: true }, '2026-10')]);
    expect(countStates(answersOf(task, '2026-11', villages, october, '2026-11-12')).done).toBe(0);
    expect(countStates(answersOf(task, '2026-10', villages, october, '2026-11-12')).done).toBe(1);
  });
});

test('the round of a day: once, the reporting month, the week from its Monday', () => {
  expect(roundOn({ recurrence: 'once' }, '2026-11-15', 'from15to14')).toBe('once');
  expect(roundOn({ recurrence: 'monthly' }, '2026-11-15', 'from15to14')).toBe('2026-12');
  expect(roundOn({ recurrence: 'monthly' }, '2026-11-15', 'calendarMonth')).toBe('2026-11');
  expect(roundOn({ recurrence: 'weekly' }, '2026-11-15', 'from15to14')).toBe('2026-11-09');
  expect(roundOn({ recurrence: 'weekly' }, '2026-11-16', 'from15to14')).toBe('2026-11-16');
});

test('a province gives to communes unless it says villages; a commune gives to villages', () => {
  expect(audienceOf({ units: 'all' }, '42')).toBe('communes');
  expect(audienceOf({ units: 'all-villages' }, '42')).toBe('villages');
  expect(audienceOf({ units: ['18124', '18133'] }, '42')).toBe('communes');
  expect(audienceOf({ units: ['18124-02'] }, '42')).toBe('villages');
  expect(audienceOf({ units: 'all' }, '18124')).toBe('villages');
});

test('every template has its words in both languages, and counts a measure there is', () => {
  for (const words of [vi, en]) expect(Object.keys(words.templates)).toEqual(taskTemplates.map(({ key }) => key));
  for (const { key } of taskTemplates) expect(vi.templates[key].steps).toHaveLength(en.templates[key].steps.length);
  const counted = taskTemplates.filter(({ measure }) => measure !== null);
  expect(counted.filter(({ measure, count }) => !measures.includes(String(measure)) || count < 1)).toEqual([]);
});
