import { expect, test } from 'vitest';
import { readOfficialTable, rowFaults } from '#features/targets/read-official-table.ts';
import { readCsv } from '#model/csv.ts';
import en from '../../locales/en/target-setting.json' with { type: 'json' };
import vi from '../../locales/vi/target-setting.json' with { type: 'json' };

const units = [
  { id: '18124', name: 'Sơn Kim 1' },
  { id: '18125', name: 'Sơn Kim 2' },
  { id: '18754', name: 'Vũng Áng' },
];
const about = { units, period: '2026-11', today: '2026-11-12', kind: 'from15to14' as const };
const read = (...lines: string[]) => readOfficialTable(readCsv(lines.join('\n')), about);

test('a table of an office is read whichever way it names its units and writes its numbers', () => {
  expect(
    read('Đơn vị;Tài khoản mức 2;Dân số', 'xã Sơn Kim 1;1.204;5.310', '18125;980;', 'PHƯỜNG VŨNG ÁNG;"3 050";12400'),
  ).toEqual({
    kind: 'read',
    rows: 3,
    faults: [],
    lines: [
      { row: 2, unit: '18124', period: '2026-11', counts: { TK_MUC2: 1204, DAN_SO: 5310 } },
      { row: 3, unit: '18125', period: '2026-11', counts: { TK_MUC2: 980 } },
      { row: 4, unit: '18754', period: '2026-11', counts: { TK_MUC2: 3050, DAN_SO: 12_400 } },
    ],
  });
});

test('a column of months makes one table of several, and a unit may stand in it once a month', () => {
  const table = read('Mã,Tháng,Mức 2', '18124,10/2026,5', '18124,2026-09,4', '18124,Tháng 8/2026,3', '18124,T8.2026,2');
  expect(table).toMatchObject({
    lines: [{ period: '2026-10' }, { period: '2026-09' }, { period: '2026-08' }],
    faults: [{ row: 5, column: 'Mã', why: 'unit-twice' }],
  });
});

test('every cell that cannot be taken is told by row, column and reason', () => {
  expect(
    read(
      'Mã đơn vị,Tháng,Mức 2,Dân số',
      '18124,,1204,',
      '99999,,7,',
      '18124,,1205,',
      '18125,13/2026,khoảng 900,1.5',
      '18754,,,',
      '18125,12/2026,3,',
      '18125,,1,234,5',
    ),
  ).toMatchObject({
    lines: [{ row: 2 }],
    faults: [
      { row: 3, column: 'Mã đơn vị', why: 'unit-unknown', said: '99999' },
      { row: 4, column: 'Mã đơn vị', why: 'unit-twice', said: '18124' },
      { row: 5, column: 'Tháng', why: 'month-unreadable', said: '13/2026' },
      { row: 5, column: 'Mức 2', why: 'not-a-count', said: 'khoảng 900' },
      { row: 5, column: 'Dân số', why: 'not-a-count', said: '1.5' },
      { row: 6, column: 'Mức 2', why: 'nothing-given' },
      { row: 7, column: 'Tháng', why: 'month-ahead' },
      { row: 8, why: 'cell-beyond', said: '5' },
    ],
  });
});

test('every reason has its sentence in both languages', () => {
  expect(Object.keys(vi.rowFault).toSorted()).toEqual([...rowFaults].toSorted());
  expect(Object.keys(en.rowFault).toSorted()).toEqual([...rowFaults].toSorted());
});

test('of 100,000 rows the bad one is found, and told', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ id: String(20_000 + at), name: `Xã số ${at}` }));
  const rows: string[][] = [['Mã đơn vị', 'Tháng', 'Mức 2']];
  for (let year = 2018; rows.length <= 100_000; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (const { id } of many) if (rows.length <= 100_000) rows.push([id, `${month}/${year}`, '12']);
  rows[77_777]![2] = '12a';
  const table = readOfficialTable(rows, { ...about, units: many });
  expect(table).toMatchObject({
    rows: 100_000,
    faults: [{ row: 77_778, column: 'Mức 2', why: 'not-a-count', said: '12a' }],
  });
});

test('a missing column is named, and nothing of the table is taken', () => {
  expect(read('Tài khoản mức 2,Dân số', '1204,5310')).toEqual({ kind: 'column-missing', column: 'unit' });
  expect(read('Mã đơn vị,Ghi chú', '18124,tốt')).toEqual({ kind: 'column-missing', column: 'figure' });
});

test('a table without rows is said to be one', () => {
  expect(read('')).toEqual({ kind: 'empty' });
  expect(read('Mã đơn vị,Mức 2')).toEqual({ kind: 'empty' });
});

test('of two units with one name neither is meant by it', () => {
  const twins = [
    { id: '18124-01', name: 'Thôn 1' },
    { id: '18125-01', name: 'Thôn 1' },
  ];
  const table = readOfficialTable(readCsv('Đơn vị,Mức 2\nThôn 1,5\n18125-01,6'), { ...about, units: twins });
  expect(table).toMatchObject({ lines: [{ unit: '18125-01' }], faults: [{ row: 2, why: 'unit-unknown' }] });
});
