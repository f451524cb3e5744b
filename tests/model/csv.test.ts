import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '#model/csv.ts';

test.each([
  ['commas', 'Mã,Nội dung,Hạn\nI.1,Họp,2026'],
  ['semicolons', 'Mã;Nội dung;Hạn\r\nI.1;Họp;2026\r\n'],
  ['tabs', 'Mã\tNội dung\tHạn\nI.1\tHọp\t2026'],
])('cells parted by %s are the same table', (_how, text) => {
  expect(readCsv(`\uFEFF${text}`)).toEqual([
    ['Mã', 'Nội dung', 'Hạn'],
    ['I.1', 'Họp', '2026'],
  ]);
});

test('a cell in quotes holds commas, lines and quotes of its own; empty rows are nothing', () => {
  expect(readCsv('a,b\n"một, hai","ba\nbốn"\n,\n\n"nói ""được""", cuối \n')).toEqual([
    ['a', 'b'],
    ['một, hai', 'ba\nbốn'],
    ['nói "được"', 'cuối'],
  ]);
  expect(readCsv('')).toEqual([]);
});

test('letters written in two parts are read as one', () => {
  expect(readCsv('Hạn'.normalize('NFD'))).toEqual([['Hạn']]);
});

test('whatever is written is read back, but for the spaces around it', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) =>
    text
      .normalize('NFC')
      .trim()
      .replace(/^[=+\-@]+/, '')
      .trim(),
  );
  const row = fc.array(cell, { minLength: 2, maxLength: 6 }).filter((cells) => cells.some((one) => one !== ''));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      expect(readCsv(writeCsv([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...rows]);
    }),
  );
});

test('nothing written is taken for a formula by a spreadsheet', () => {
  expect(writeCsv([['=HYPERLINK("http://…")', '-1']])).toBe('\uFEFF"\'=HYPERLINK(""http://…"")","\'-1"\r\n');
});
