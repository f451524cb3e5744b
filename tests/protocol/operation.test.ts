import { expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import { readChange, readRecordWrite } from '#protocol/operation.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';

test('the three kinds of today are read as they are', () => {
  for (const operation of [record(eveningInThon2()), correction('17-1', eveningInThon2()), withdrawal('17-1')])
    expect(readChange(operation)).toBe(operation);
});

test('odd values are for the rules to refuse, by name', () => {
  const odd = record(eveningInThon2({ date: 'hôm qua', place: '?', counts: { VNEID_CAI: -1.5, LA: 3 } }));
  expect(readChange(odd)).toBe(odd);
});

test('L4: fields of a newer app are kept', () => {
  const newer = record({ ...eveningInThon2(), photo: 'p-1' } as never);
  expect(readChange(newer)).toBe(newer);
});

const head = { device: 17, seq: 1, at: 1_794_480_000, unit: '18124-02' };
test.each<[string, Operation]>([
  ['a kind of a newer app', { ...head, kind: 'task.tick', body: {} }],
  ['a record without a date', { ...head, kind: 'entry.record', body: { place: 'tai-nha', channel: '', counts: {} } }],
  ['a record whose counts are a list', { ...head, kind: 'entry.record', body: { ...eveningInThon2(), counts: [1] } }],
  ['a count that is text', { ...head, kind: 'entry.record', body: { ...eveningInThon2(), counts: { TT_BUOI: '1' } } }],
  ['a note that is null', { ...head, kind: 'entry.record', body: { ...eveningInThon2(), note: null } }],
  ['a correction without its content', { ...head, kind: 'entry.correct', body: { entry: '17-1', reason: 'Nhầm' } }],
  ['a withdrawal of no record', { ...head, kind: 'entry.withdraw', body: { entry: '17', reason: 'Trùng' } }],
])('P5: %s is not read, and only that one operation', (_what, operation) => {
  expect(readChange(operation)).toBeUndefined();
});

const write = (body: Record<string, unknown>): Operation => ({ ...head, kind: 'record.write', body });

test('M2: a write to an editable record is read as it is, with fields of a newer app', () => {
  for (const operation of [
    write({ type: 'task', set: { title: 'Rà soát hộ chưa có tài khoản', steps: [{ text: 'Lập danh sách' }, null] } }),
    write({
      type: 'duty',
      record: 'duty:tuyen-truyen:18124-02:2026-11',
      set: { 'step.2': true },
      seen: { done: ['17-3'] },
    }),
    write({ type: 'obstacle', record: '9-4', add: { thread: 'Đã chuyển công an xã' }, colour: 'red' }),
  ])
    expect(readRecordWrite(operation)).toBe(operation);
});

test.each<[string, Operation]>([
  ['another kind', record(eveningInThon2())],
  ['a write of no type', write({ set: { done: true } })],
  ['a type that is none', write({ type: 'Việc', set: { done: true } })],
  ['a record named by no name', write({ type: 'task', record: 'a b', set: {} })],
  ['fields that are a list', write({ type: 'task', set: ['done'] })],
  ['a field that every object has', write({ type: 'task', set: { constructor: 1 } })],
  [
    'the key under all objects',
    write(JSON.parse('{"type":"task","set":{"__proto__":{"done":true}}}') as object as never),
  ],
  ['something seen that is no operation', write({ type: 'task', set: { done: true }, seen: { done: ['task:1'] } })],
  ['something seen that is no list', write({ type: 'task', set: { done: true }, seen: { done: '17-3' } })],
])('P5: %s is not read as a write to a record', (_what, operation) => {
  expect(readRecordWrite(operation)).toBeUndefined();
});
