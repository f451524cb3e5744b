import { expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import { readChange } from '#protocol/operation.ts';
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
