import { expect, test } from 'vitest';
import { examineChange } from '#model/change-rules.ts';
import { applyToEntry, entryOf, type OutreachEntry } from '#model/entry.ts';
import type { KnownOperation } from '#model/operation.ts';
import type { Person } from '#model/person.ts';
import { thon2Today } from '../support/circumstances.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { someone } from '../support/people.ts';

const author = someone();
const colleague = someone('villageMember', { id: 6 });
const lead = someone('villageLead', { id: 7 });

const entry = (but = {}): OutreachEntry => applyToEntry(undefined, record(eveningInThon2(but)), author.id)!;
const codes = (operation: KnownOperation, of: OutreachEntry | undefined, person: Person, closedPeriods = ['2026-10']) =>
  examineChange(operation, of, person, thon2Today({ closedPeriods })).map(({ code }) => code);

test('the author and the lead may correct and withdraw an entry, a colleague may not', () => {
  for (const change of [correction('17-1', eveningInThon2()), withdrawal('17-1')]) {
    expect(codes(change, entry(), author)).toEqual([]);
    expect(codes(change, entry(), lead)).toEqual([]);
    expect(codes(change, entry(), colleague)).toEqual(['entry-not-yours']);
  }
});

test('a lead of another village may not, even when the operation names the own village', () => {
  const elsewhere = someone('villageLead', { id: 8, unit: '18124-03' });
  expect(codes(withdrawal('17-1', { unit: '18124-03' }), entry(), elsewhere)).toEqual(['entry-not-yours']);
  expect(codes(withdrawal('17-1'), entry(), elsewhere)).toEqual(['unit-not-yours']);
});

test('S3: nothing moves out of a closed period, and nothing moves into it', () => {
  const outOf = correction('17-1', eveningInThon2({ date: '2026-11-01' }));
  const into = correction('17-1', eveningInThon2({ date: '2026-10-14' }));
  expect(codes(outOf, entry({ date: '2026-10-14' }), author)).toEqual(['period-closed']);
  expect(codes(withdrawal('17-1'), entry({ date: '2026-10-14' }), author)).toEqual(['period-closed']);
  expect(codes(into, entry(), author)).toEqual(['period-closed']);
  expect(codes(into, entry(), author, [])).toEqual([]);
});

test('the newest revision says in which period an entry lies', () => {
  const moved = applyToEntry(entry({ date: '2026-10-14' }), correction('17-1', eveningInThon2(), { seq: 2 }), 5);
  expect(codes(withdrawal('17-1', { seq: 3 }), moved, author)).toEqual([]);
});

test('a correction is held to the rules of an entry and says why', () => {
  const careless = correction('17-1', eveningInThon2({ counts: { TT_NGUOI: 9 } }), {}, '');
  expect(codes(careless, entry(), author)).toEqual(['session-missing', 'reason-missing']);
});

test('zeros and blanks around a note are tidied before they are judged', () => {
  const blank = record(eveningInThon2({ cells: { 'VNEID_CAI/gender/nu': 0 }, note: ` ${'a'.repeat(280)} ` }));
  expect(codes(blank, undefined, author)).toEqual([]);
});

test('I3: a record’s id is the name of the operation that created it; a change speaks of the record it names', () => {
  expect(entryOf(record(eveningInThon2(), { device: 9, seq: 3 }))).toBe('9-3');
  expect(entryOf(correction('9-3', eveningInThon2()))).toBe('9-3');
  expect(entryOf(withdrawal('9-3'))).toBe('9-3');
});
