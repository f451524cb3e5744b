import { array, assert, boolean, constantFrom, infiniteStream, nat, property, record as recordOf } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#model/day.ts';
import { duties } from '#model/duty.ts';
import { applyToRecord, conflicts, writeOver, type EditableRecord, type Json } from '#model/record.ts';
import { progressDefinition, progressId, progressOf, reasonsNotDone } from '#model/records/progress.ts';
import { taskDefinition, type Task } from '#model/records/task.ts';
import { defaultSettings } from '#model/settings.ts';
import { countOverdue, dueNow, groupTodos } from '#model/todo-groups.ts';
import { logCountsFrom, todosOf, type Todo, type TodoQuestion } from '#model/todo.ts';
import { examined, recordSaying } from '../support/examined.ts';

const thon2 = { id: '18124-02', parent: '18124', level: 'village' } as const;
const today = '2026-11-12';

const assigned = (id: string, said: Partial<Task>, home = '18124'): EditableRecord =>
  recordSaying(taskDefinition, id, home, { title: 'Dán mã QR', units: 'all', since: '2026-11-01', ...said } as Record<
    string,
    Json
  >);
const answered = (id: string, said: Record<string, Json>) => recordSaying(progressDefinition, id, thon2.id, said);

const asking = (but: Partial<TodoQuestion> = {}): TodoQuestion => ({
  unit: thon2,
  today,
  settings: defaultSettings,
  closed: [],
  begun: '2026-10-20',
  tasks: [],
  progress: new Map(),
  logged: () => 0,
  ...but,
});
const tasksOf = (question: Partial<TodoQuestion>) =>
  todosOf(asking(question)).filter(({ what }) => what.kind === 'task');
const dutyOf = (key: string, question: Partial<TodoQuestion> = {}) =>
  todosOf(asking(question)).filter(({ doing }) => doing === key);

describe('the eighteen duties', () => {
  test('stand on the list of a team that was told nothing yet, each once', () => {
    expect(todosOf(asking()).map(({ doing }) => doing)).toEqual(duties.map(({ key }) => key));
    expect(countOverdue(todosOf(asking()), today)).toBe(0);
  });

  test('of the month are due on its last day; those of every day never', () => {
    expect(dutyOf('kenh-hop-chi-bo').map(({ due }) => due)).toEqual(['2026-11-14']);
    expect(dutyOf('huong-dan-muc-1')).toMatchObject([{ due: null, ongoing: true }]);
    expect(dutyOf('guong-mau')).toMatchObject([{ due: null, ongoing: false, round: 'once' }]);
  });

  test('are done by what is logged, each channel by its own entries', () => {
    const logged: TodoQuestion['logged'] = (measure, first, last, channel) =>
      measure === 'TT_BUOI' && first === '2026-10-15' && last === '2026-11-14' && channel !== 'chi-bo' ? 2 : 0;
    expect(dutyOf('kenh-hop-doan-hoi', { logged })).toMatchObject([
      { state: 'byEntries', tallies: [{ logged: 2 }, {}] },
    ]);
    expect(dutyOf('kenh-hop-chi-bo', { logged })).toMatchObject([{ state: 'open' }]);
  });

  test('a month’s figures that were not handed in stay overdue until the commune closes the month', () => {
    const on15 = { today: '2026-11-16' };
    expect(dutyOf('bao-cao-thang', on15).map(({ round }) => round)).toEqual(['2026-11', '2026-12']);
    expect(countOverdue(todosOf(asking(on15)), on15.today)).toBe(1);
    expect(dutyOf('bao-cao-thang', { ...on15, closed: ['2026-11'] }).map(({ round }) => round)).toEqual(['2026-12']);
  });

  test('nothing is overdue from before the team began', () => {
    expect(countOverdue(todosOf(asking({ today: '2026-11-16', begun: '2026-11-15' })), '2026-11-16')).toBe(0);
  });
});

describe('an assigned task', () => {
  test('is for all villages of the commune that gave it, for all of the province, or for those it names', () => {
    const given = (units: Task['units'], home: string) => tasksOf({ tasks: [assigned('3-1', { units }, home)] }).length;
    expect([given('all', '18124'), given('all-villages', '42'), given(['18124-02'], '42')]).toEqual([1, 1, 1]);
    expect([given('all', '18127'), given('all', '42'), given(['18124-03'], '18124')]).toEqual([0, 0, 0]);
  });

  test('that was cancelled is nobody’s any more', () => {
    expect(tasksOf({ tasks: [assigned('3-1', { cancelled: true })] })).toEqual([]);
  });

  test('with goals is done when all of them are logged, and says how far it is', () => {
    const tasks = [assigned('3-1', { goals: { DD_MUC2_VD: 60, TT_BUOI: 1 }, deadline: '2026-11-14' })];
    const so = (counts: Record<string, number>) =>
      tasksOf({ tasks, logged: (measure, first) => (first === '2026-11-01' ? (counts[measure] ?? 0) : -1) });
    expect(so({ DD_MUC2_VD: 42, TT_BUOI: 3 })).toMatchObject([
      {
        state: 'open',
        tallies: [
          { measure: 'DD_MUC2_VD', logged: 42, goal: 60 },
          { logged: 3, goal: 1 },
        ],
      },
    ]);
    expect(so({ DD_MUC2_VD: 61, TT_BUOI: 3 })).toMatchObject([{ state: 'byEntries' }]);
  });

  test('looks only at entries that can count: of two periods, or since a task with numbers was given', () => {
    const from = (...tasks: EditableRecord[]) => logCountsFrom(tasks, today);
    const old: Partial<Task> = { since: '2025-03-03' };
    const goals = { DD_MUC2_VD: 60 };
    expect(from()).toBe('2026-09-11');
    expect(from(assigned('3-1', old), assigned('3-2', { ...old, goals, recurrence: 'monthly' }))).toBe('2026-09-11');
    expect(from(assigned('3-1', { ...old, goals, cancelled: true }))).toBe('2026-09-11');
    expect(from(assigned('3-1', { ...old, goals }))).toBe('2025-03-03');
  });

  test('two periods reach back to the first day of every round that is open, whichever way months are cut', () => {
    assert(
      property(nat(2000), constantFrom('from15to14', 'calendarMonth'), (ahead, periodKind) => {
        const on = addDays('2024-01-01', ahead);
        const seen: string[] = [];
        const tasks = (['weekly', 'monthly'] as const).map((recurrence, i) =>
          assigned(`3-${i}`, { recurrence, since: '2022-01-06', goals: { TT_BUOI: 1 } }),
        );
        todosOf(
          asking({
            today: on,
            settings: { ...defaultSettings, periodKind },
            tasks,
            logged: (_, first) => seen.push(first),
          }),
        );
        expect([...seen].sort()[0]! >= logCountsFrom(tasks, on)).toBe(true);
      }),
    );
  });

  test('of every week starts in the week it was given, is overdue for a week, and ends after its deadline', () => {
    const weekly = (on: string, but: Partial<Task> = {}) =>
      tasksOf({ today: on, tasks: [assigned('3-1', { recurrence: 'weekly', since: '2026-11-05', ...but })] }).map(
        ({ round, due }) => [round, due],
      );
    expect(weekly('2026-11-05')).toEqual([['2026-11-02', '2026-11-08']]);
    expect(weekly('2026-11-12')).toEqual([
      ['2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
    ]);
    expect(weekly('2026-11-24', { deadline: '2026-11-12' })).toEqual([]);
  });

  test('of every month follows the province’s periods', () => {
    const tasks = [assigned('3-1', { recurrence: 'monthly', since: '2026-10-20' })];
    expect(tasksOf({ tasks, today: '2026-11-20' }).map(({ round }) => round)).toEqual(['2026-11', '2026-12']);
    expect(tasksOf({ tasks, today: '2026-11-20', closed: ['2026-11'] }).map(({ round }) => round)).toEqual(['2026-12']);
  });
});

describe('what was answered', () => {
  const id = progressId('3-1', thon2.id, 'once');
  const so = (said: Record<string, Json>) =>
    tasksOf({
      tasks: [assigned('3-1', { steps: ['In mã', 'Dán mã'], deadline: '2026-11-10' })],
      progress: new Map([[id, answered(id, said)]]),
    })[0]!;

  test('a step is ticked for itself, and says nothing of the whole', () => {
    expect(so({ 'step.1': true })).toMatchObject({
      state: 'open',
      steps: [
        { text: 'In mã', done: false },
        { text: 'Dán mã', done: true },
      ],
    });
  });

  test('not done, with a reason, is no longer open; done after all beats the reason', () => {
    expect(so({ reason: 'mat-song', note: 'Cả thôn mất sóng' })).toMatchObject({
      state: 'notDone',
      progress: { reason: 'mat-song', note: 'Cả thôn mất sóng' },
    });
    expect(so({ reason: 'mat-song', done: true }).state).toBe('done');
    expect(so({ reason: 'mat-song', done: false }).state).toBe('notDone');
    expect(so({ done: false, reason: null }).state).toBe('open');
  });

  test('every reason there is can be given, and no other', () => {
    for (const reason of reasonsNotDone)
      expect(examined(progressDefinition, { record: id, set: { reason } })).toEqual([]);
    expect(examined(progressDefinition, { record: id, set: { reason: 'luoi' } })).toMatchObject([
      { code: 'record-malformed', field: 'reason' },
    ]);
  });

  test('a task past its period is answered no more once the commune has closed it, and the sentence names the period', () => {
    const closedPeriods = ['2026-11'];
    const late = (round: string) =>
      examined(
        progressDefinition,
        { record: progressId('3-1', thon2.id, round), set: { done: true } },
        { closedPeriods },
      );
    expect(late('2026-11')).toMatchObject([{ code: 'period-closed', params: { period: '2026-11' } }]);
    expect(late('2026-11-09')).toMatchObject([{ code: 'period-closed' }]);
    expect([late('2026-12'), late('2026-11-16'), late('once')]).toEqual([[], [], []]);
  });

  test('a note takes no citizen’s number, and a record of another village is not written under one’s own', () => {
    expect(examined(progressDefinition, { record: id, set: { note: 'Bà Lan 042085001234' } })).toMatchObject([
      { code: 'note-has-id-number' },
    ]);
    expect(
      examined(progressDefinition, { record: progressId('3-1', '18124-03', 'once'), set: { done: true } }),
    ).toMatchObject([{ code: 'record-malformed' }]);
  });
});

test('M2: two members tick the same things offline, in any order and however often it is heard, and no tick is lost', () => {
  const id = progressId('3-1', thon2.id, 'once');
  const ticks = array(
    recordOf({
      device: constantFrom(3, 4),
      field: constantFrom('done', 'step.0', 'step.1'),
      value: boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  assert(
    property(ticks, infiniteStream(nat()), (made, chance) => {
      const seqs = new Map<number, number>();
      const own = new Map<number, EditableRecord | undefined>();
      const operations = made.map(({ device, field, value }, at) => {
        const seq = (seqs.get(device) ?? 0) + 1;
        seqs.set(device, seq);
        const body = writeOver(own.get(device), { type: 'progress', record: id, set: { [field]: value } });
        const operation = { device, seq, at: 1_794_470_000 + at, unit: thon2.id, kind: 'record.write', body } as const;
        own.set(device, applyToRecord(own.get(device), operation, { by: device, receivedAt: null }));
        return operation;
      });
      const heard = (order: typeof operations) =>
        order.reduce<EditableRecord | undefined>(
          (record, operation) => applyToRecord(record, operation, { by: operation.device, receivedAt: null }),
          undefined,
        )!;
      const shuffled = [...operations, ...operations]
        .map((operation) => [chance.next().value, operation] as const)
        .sort(([a], [b]) => a - b)
        .map(([, operation]) => operation);
      expect(progressOf(heard(shuffled))).toEqual(progressOf(heard(operations)));
      // What one member last said of a field is what counts, or stands beside it as lost.
      for (const [device, record] of own) {
        for (const field of Object.keys(record!.fields)) {
          const last = record!.fields[field]![record!.fields[field]!.length - 1]!;
          const all = heard(operations);
          const standingValues = progressOf(all);
          const counts =
            field === 'done'
              ? standingValues.answer === 'done'
              : standingValues.stepsDone.includes(Number(field.slice(5)));
          expect(counts === last.value || conflicts(all).includes(field)).toBe(true);
          expect(device).toBeGreaterThan(0);
        }
      }
    }),
  );
});

describe('the list', () => {
  const due = (id: string, day: string | null, but: Partial<Todo> = {}): Todo =>
    ({ ...todosOf(asking())[0]!, id, due: day, ongoing: false, state: 'open', ...but }) as Todo;

  test('shows what is overdue first, then today’s, then day by day, then what has no day', () => {
    const groups = groupTodos(
      [
        due('d', '2026-11-14'),
        due('e', null),
        due('a', '2026-11-08'),
        due('f', null, { ongoing: true }),
        due('b', today),
        due('c', '2026-11-13'),
        due('a2', '2026-10-31'),
      ],
      today,
    );
    expect(groups.map(({ kind, day, todos }) => [kind, day, todos.map(({ id }) => id)])).toEqual([
      ['overdue', null, ['a', 'a2']],
      ['today', today, ['b']],
      ['by', '2026-11-13', ['c']],
      ['by', '2026-11-14', ['d']],
      ['undated', null, ['e']],
      ['ongoing', null, ['f']],
    ]);
  });

  test('what is told at each opening is open, and late or due by then, the latest first in need', () => {
    const all = [
      due('b', today),
      due('a', '2026-11-08'),
      due('x', '2026-11-08', { state: 'done' }),
      due('c', '2026-11-13'),
    ];
    expect(dueNow(all, today).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(countOverdue(all, today)).toBe(1);
  });
});
