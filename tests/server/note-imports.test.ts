import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';

describe.each(databases)('tables of figures read in, on $name', ({ open }) => {
  let province: TestProvince;
  let officer: Phone;
  beforeEach(async () => {
    province = await createProvince({ open });
    officer = await province.phone('communeOfficer');
  });
  afterEach(() => province.close());

  test('each is noted once with the figures accepted, and so is its undoing; figures by hand are not', async () => {
    const named = { id: 'a'.repeat(16), file: 'tai-khoan.xlsx' };
    const figure = (seq: number, unit: string, set: object) =>
      write(
        { type: 'official-figure', record: `official:TK_MUC2:${unit}:2026-11`, set: { asOf: '2026-11-12', ...set } },
        { device: officer.device, seq, unit },
      );
    const receipt = await province.push(officer, [
      figure(1, '18124', { count: 10, import: named }),
      figure(2, '18124-01', { count: 4, import: named }),
      figure(3, '18127', { count: 7, import: named }),
      figure(4, '18124-02', { count: 6 }),
    ]);
    expect(receipt.refused.map(({ seq }) => seq)).toEqual([3]);
    await province.push(officer, [figure(5, '18124', { count: null, import: { ...named, undone: true } })]);
    const rows = await province.db.selectFrom('audit').selectAll().orderBy('number').execute();
    expect(rows.map(({ act, subject, params, unit_id }) => [act, subject, params, unit_id])).toEqual([
      ['figures.imported', 'tai-khoan.xlsx', '{"figures":2}', '18124'],
      ['import.undone', 'tai-khoan.xlsx', '{"figures":1}', '18124'],
    ]);
  });

  test('an import’s name is one, and holds nobody’s number', async () => {
    const of = (seq: number, named: object) =>
      write(
        {
          type: 'official-figure',
          record: 'official:TK_MUC2:18124:2026-11',
          set: { count: 1, asOf: '2026-11-12', import: named as never },
        },
        { device: officer.device, seq, unit: '18124' },
      );
    const { refused } = await province.push(officer, [
      of(1, { id: 'x', file: '' }),
      of(2, { id: 'a'.repeat(16), file: '042201001234.xlsx' }),
      of(3, { id: 'a'.repeat(16), file: 'a.xlsx', colour: 'red' }),
    ]);
    expect(refused.map(({ code }) => code)).toEqual(['record-malformed', 'note-has-id-number', 'record-malformed']);
  });
});
