import { describe, expect, test } from 'vitest';
import type { Role } from '#model/person.ts';
import {
  reportFixes,
  reportText,
  reportTextLimit,
  reportTextName,
  reportTexts,
  writtenBy as writerOf,
} from '#model/records/report-text.ts';
import type { Json } from '#model/record.ts';
import { recordWith, writtenBy } from '../../support/official-writes.ts';

const codes = (role: Role, set: Record<string, Json>, unit: string, record = reportTextName(unit, '2026-11')) =>
  writtenBy(role, reportText, { record, unit, set }).map(({ code }) => code);

describe('what is written into a report', () => {
  test('is written by the officers of the unit whose report it is', () => {
    expect(codes('communeOfficer', { 'I.1': 'Đã ban hành 02 văn bản.' }, '18124')).toEqual([]);
    expect(codes('provinceOfficer', { 'I.1': 'Đã ban hành.' }, '42')).toEqual([]);
    expect(codes('provinceOfficer', { 'I.1': 'Đã ban hành.' }, '18124')).toEqual(['record-elsewhere']);
    expect(codes('villageLead', { 'I.1': 'Đã ban hành.' }, '18124-02')).toEqual(['officers-only']);
  });

  test('is named by its unit and its month, and has the parts of the outline and no others', () => {
    expect(codes('communeOfficer', { IV: 'Hai điểm lưu động.' }, '18124', 'report:18124:2026-13')).toEqual([
      'record-malformed',
    ]);
    expect(codes('communeOfficer', { 'VI.1': 'Thêm.' }, '18124')).toEqual(['record-malformed']);
    expect(codes('communeOfficer', { IV: null, signer: 'Trần Thị Lan' }, '18124')).toEqual([]);
  });

  test('has no number that could be a citizen’s, and an end', () => {
    expect(codes('communeOfficer', { V: 'Ông A, 012345678901' }, '18124')).toEqual(['note-has-id-number']);
    expect(codes('communeOfficer', { V: 'a'.repeat(reportTextLimit + 1) }, '18124')).toEqual(['note-too-long']);
  });

  test('a figure put right by hand says why', () => {
    expect(codes('communeOfficer', { 'fix.TT_BUOI': { value: 32, reason: 'thôn báo thêm' } }, '18124')).toEqual([]);
    expect(codes('communeOfficer', { 'fix.TT_BUOI': { value: 32, reason: ' ' } }, '18124')).toEqual(['reason-missing']);
    expect(codes('communeOfficer', { 'fix.TT_BUOI': { value: 3.5, reason: 'x' } }, '18124')).toEqual([
      'record-malformed',
    ]);
    expect(codes('communeOfficer', { 'fix.KHONG_CO': { value: 3, reason: 'x' } }, '18124')).toEqual([
      'record-malformed',
    ]);
  });
});

test('is read as it stands: written, emptied, given back to what is suggested', () => {
  const record = recordWith('report-text', reportTextName('18124', '2026-11'), '18124', {
    'I.1': 'Đã ban hành.',
    'II.6': '',
    'II.4': null,
    'fix.TT_BUOI': { value: 32, reason: 'thôn báo thêm' },
    'fix.TT_MXH': null,
  });
  const { texts } = reportTexts(record);
  expect([texts['I.1'], texts['II.6'], texts['II.4'], texts['V']]).toEqual(['Đã ban hành.', '', undefined, undefined]);
  expect(reportFixes(record)).toEqual({ TT_BUOI: { value: 32, reason: 'thôn báo thêm' } });
  expect(writerOf(record, 'I.1')).toEqual({ by: expect.any(Number), at: expect.any(Number) });
  expect(writerOf(record, 'II.4')).toBeUndefined();
});
