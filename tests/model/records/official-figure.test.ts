import { expect, test } from 'vitest';
import type { Role } from '#model/person.ts';
import { figureName, figureParts, figureValue, officialFigure } from '#model/records/official-figure.ts';
import type { Json } from '#model/record.ts';
import { recordWith, writtenBy } from '../../support/official-writes.ts';

const given = (
  role: Role,
  fields: Record<string, Json>,
  { figure = 'TK_MUC2', unit = '18124', period = '2026-10' } = {},
) => writtenBy(role, officialFigure, { record: figureName({ figure, unit, period }), unit, set: fields });
const codes = (...asked: Parameters<typeof given>) => given(...asked).map(({ code }) => code);
const october = { count: 1204, asOf: '2026-10-31' };

test('the police’s figure is written down by officers, also for a month that is closed', () => {
  expect(codes('communeOfficer', october)).toEqual([]);
  expect(codes('provinceOfficer', october)).toEqual([]);
  expect(codes('villageLead', october, { unit: '18124-02' })).toEqual(['officers-only']);
});

test('a month that has not come has no figure yet, and no figure is from tomorrow', () => {
  expect(codes('communeOfficer', { ...october, asOf: '2026-11-12' }, { period: '2026-12' })).toEqual(['figure-ahead']);
  expect(codes('communeOfficer', { count: 5, asOf: '2026-11-13' })).toEqual(['date-in-future']);
});

test('a figure says of which day it is, once and for all its corrections', () => {
  expect(codes('communeOfficer', { count: 1204 })).toEqual(['record-malformed']);
  const id = figureName({ figure: 'TK_MUC2', unit: '18124', period: '2026-10' });
  const before = recordWith('official-figure', id, '18124', october);
  expect(
    writtenBy(
      'communeOfficer',
      officialFigure,
      { record: id, unit: '18124', set: { count: 1205 } },
      { record: before },
    ),
  ).toEqual([]);
  expect(figureValue(before)).toEqual(october);
});

test.each([[-1], [12.5], ['1204'], [2_000_000_000]])('%s is no count of accounts', (count) => {
  expect(codes('communeOfficer', { count, asOf: '2026-10-31' })).toEqual(['record-malformed']);
});

test('a plan’s target is reported under its own id, in percent if it is one', () => {
  const figure = 'target-hatinh-a-2023-2025-07';
  expect(codes('provinceOfficer', { count: 92.5, asOf: '2026-10-31' }, { figure, unit: '42' })).toEqual([]);
  expect(figureParts(figureName({ figure, unit: '42', period: '2026-10' }))).toEqual({
    figure,
    unit: '42',
    period: '2026-10',
  });
});

test('a figure nobody named in the catalogue is none, and one taken back is no figure', () => {
  expect(codes('communeOfficer', october, { figure: 'TK_MOMO' })).toEqual(['record-malformed']);
  const taken = recordWith('official-figure', 'official:TK_MUC2:18124:2026-10', '18124', { ...october, count: null });
  expect(figureValue(taken)).toBeUndefined();
});

test('who gave the figure may be noted, a citizen’s number may not', () => {
  expect(codes('communeOfficer', { ...october, note: 'Công an xã báo bằng văn bản' })).toEqual([]);
  expect(codes('communeOfficer', { ...october, note: '042085001234' })).toEqual(['note-has-id-number']);
});
