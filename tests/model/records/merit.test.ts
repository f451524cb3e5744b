import { expect, test } from 'vitest';
import type { Role } from '#model/person.ts';
import type { Json } from '#model/record.ts';
import { decidedIn, merit, meritName } from '#model/records/merit.ts';
import { recordWith, writtenBy } from '../../support/official-writes.ts';

const signs = { onTime: 'good', pace: 'good', quality: 'unknown' };
const codes = (
  role: Role,
  unit: string,
  set: Record<string, Json> = { decision: 'praise', signs },
  period = '2026-10',
) => writtenBy(role, merit, { record: meritName(unit, period), unit, set }).map(({ code }) => code);

test('a commune decides about its villages, the province about communes and villages', () => {
  expect(codes('communeOfficer', '18124-01')).toEqual([]);
  expect(codes('provinceOfficer', '18124')).toEqual([]);
  expect(codes('administrator', '18124-01')).toEqual([]);
});

test('nobody decides about the own unit, and no team about anybody', () => {
  expect(codes('communeOfficer', '18124')).toEqual(['officers-only']);
  expect(codes('provinceOfficer', '42')).toEqual(['officers-only']);
  expect(codes('villageLead', '18124-02')).toEqual(['officers-only']);
});

test('not about a month that has not come, not without a decision, not with a citizen’s number', () => {
  expect(codes('communeOfficer', '18124-01', { decision: 'none' }, '2026-12')).toEqual(['figure-ahead']);
  expect(codes('communeOfficer', '18124-01', { note: 'tốt' })).toEqual(['record-malformed']);
  expect(codes('communeOfficer', '18124-01', { decision: 'medal' })).toEqual(['record-malformed']);
  expect(codes('communeOfficer', '18124-01', { decision: 'praise', signs: { onTime: 'good' } })).toEqual([
    'record-malformed',
  ]);
  expect(codes('communeOfficer', '18124-01', { decision: 'praise', note: '042085001234' })).toEqual([
    'note-has-id-number',
  ]);
});

test('what was decided is told with what it was decided on', () => {
  const record = recordWith('merit', meritName('18124-01', '2026-10'), '18124-01', { decision: 'praise', signs });
  expect(decidedIn(record)).toEqual({ decision: 'praise', signs, note: '', at: 1_794_400_000, by: 3 });
  expect(decidedIn(undefined)).toBeUndefined();
});
