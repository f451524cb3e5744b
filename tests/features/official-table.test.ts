import { expect, test } from 'vitest';
import { readOfficialTable } from '#features/targets/read-official-table.ts';

const units = [
  { id: '18124', name: 'Sơn Kim 1' },
  { id: '18125', name: 'Sơn Kim 2' },
  { id: '18754', name: 'Vũng Áng' },
];
const read = (...lines: string[]) => readOfficialTable(lines.join('\n'), units);
const linesOf = (...lines: string[]) => {
  const table = read(...lines);
  return table.kind === 'read' ? table.lines : table;
};

test('a table of an office is read whichever way it names its units and writes its numbers', () => {
  expect(
    linesOf('Đơn vị;Tài khoản mức 2;Dân số', 'xã Sơn Kim 1;1.204;5.310', '18125;980;', 'PHƯỜNG VŨNG ÁNG;"3 050";12400'),
  ).toEqual([
    { at: 2, unit: '18124', named: 'xã Sơn Kim 1', counts: { TK_MUC2: 1204, DAN_SO: 5310 }, fault: undefined },
    { at: 3, unit: '18125', named: '18125', counts: { TK_MUC2: 980 }, fault: undefined },
    { at: 4, unit: '18754', named: 'PHƯỜNG VŨNG ÁNG', counts: { TK_MUC2: 3050, DAN_SO: 12_400 }, fault: undefined },
  ]);
});

test('each line that cannot be taken says why, and takes no other with it', () => {
  expect(linesOf('Mã đơn vị,Mức 2', '18124,1204', '99999,7', '18124,1205', '18125,khoảng 900', '18754,')).toMatchObject(
    [
      { unit: '18124', counts: { TK_MUC2: 1204 } },
      { counts: {}, fault: { why: 'unit-unknown', said: '99999' } },
      { counts: {}, fault: { why: 'unit-twice' } },
      { counts: {}, fault: { why: 'not-a-count', said: 'khoảng 900' } },
      { counts: {}, fault: { why: 'nothing-given' } },
    ],
  );
});

test('a missing column is named, and nothing of the table is taken', () => {
  expect(read('Tài khoản mức 2,Dân số', '1204,5310')).toEqual({ kind: 'column-missing', column: 'unit' });
  expect(read('Mã đơn vị,Ghi chú', '18124,tốt')).toEqual({ kind: 'column-missing', column: 'figure' });
});

test('an empty file is said to be one', () => {
  expect(read('')).toEqual({ kind: 'empty' });
  expect(read('Mã đơn vị,Mức 2')).toEqual({ kind: 'empty' });
});

test('of two units with one name neither is meant by it', () => {
  const twins = [
    { id: '18124-01', name: 'Thôn 1' },
    { id: '18125-01', name: 'Thôn 1' },
  ];
  const table = readOfficialTable('Đơn vị,Mức 2\nThôn 1,5\n18125-01,6', twins);
  expect(table).toMatchObject({ lines: [{ unit: undefined, fault: { why: 'unit-unknown' } }, { unit: '18125-01' }] });
});
