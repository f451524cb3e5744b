import '../support/whole-bytes.ts';
import { expect, test } from 'vitest';
import { tablesXlsx } from '#features/report/xlsx.ts';
import { byMeasure, byUnit } from '#model/report/tables.ts';
import { all, attribute, partsOf, xmlOf } from '../support/office-file.ts';
import { november } from '../support/report-facts.ts';

const parts = await partsOf(await tablesXlsx([byMeasure(november), byUnit(november)], 'Xã Xuân Lộc, tháng 11/2026'));
const strings = all(xmlOf(parts['xl/sharedStrings.xml']!), 'si').map((one) => one.textContent ?? '');
/** A cell as a spreadsheet reads it: a number where it is one. */
const read = (cell: Element): string | number | null => {
  const value = all(cell, 'v')[0]?.textContent;
  if (value === undefined || value === null) return null;
  return attribute(cell, 't') === 's' ? strings[Number(value)]! : Number(value);
};
const rowsOf = (sheet: number) =>
  all(xmlOf(parts[`xl/worksheets/sheet${sheet}.xml`]!), 'row').map((row) => all(row, 'c').map(read));

test('a workbook has a sheet for each table, named as the table is', () => {
  const names = all(xmlOf(parts['xl/workbook.xml']!), 'sheet').map((one) => attribute(one, 'name'));
  expect(names).toEqual(['Biểu 01', 'Biểu 02']);
});

test('says what it is and whose, and has numbers as numbers', () => {
  const rows = rowsOf(1);
  expect(rows[0]?.[0]).toBe('Biểu 01. Tổng hợp kết quả theo chỉ số');
  expect(rows[1]?.[0]).toBe('Xã Xuân Lộc, tháng 11/2026');
  expect(rows.find((row) => row[1] === 'Lượt người được tuyên truyền')?.slice(3, 6)).toEqual([1204, 1132, 11870]);
});

test('the sums under Biểu 02 are those of its rows, and who sent nothing has empty cells', () => {
  const rows = rowsOf(2);
  const from = rows.findIndex((row) => row[0] === 'TT') + 1;
  const to = rows.findIndex((row) => row[1] === 'Cộng');
  const people = rows.slice(from, to).map((row) => row[3]);
  expect(people.map((count) => count || null)).toEqual([404, 500, 300, null]);
  expect(rows[to]?.[3]).toBe(1204);
});

test('columns are as wide as what is in them, and the head stays in sight', () => {
  const sheet = xmlOf(parts['xl/worksheets/sheet1.xml']!);
  expect(all(sheet, 'col').map((one) => Number(attribute(one, 'width')) >= 7)).toEqual(Array(7).fill(true));
  expect(attribute(all(sheet, 'pane')[0], 'ySplit')).toBe('4');
});
