import '../support/node-bytes.ts';
import writeXlsxFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { readTable } from '#features/read-table.ts';

const file = (bytes: Uint8Array | string, name = 'bang.csv') => new File([bytes as BlobPart], name);
const wide = (text: string, order: 'little' | 'big') => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === 'little');
  return bytes;
};
const expected = [
  ['Đơn vị', 'Dân số'],
  ['Xã Sơn Kim 1', '5.310'],
];

test.each([',', ';', '\t'])('text in UTF-8 parted by %j, with a byte order mark or without', async (sign) => {
  const text = `Đơn vị${sign}Dân số\r\n\r\nXã Sơn Kim 1${sign}5.310\r\n`;
  for (const mark of ['', '\uFEFF'])
    expect(await readTable(file(mark + text))).toEqual({ kind: 'table', rows: expected, encoding: 'utf-8' });
  expect(await readTable(file(text.normalize('NFD')))).toMatchObject({ rows: expected });
});

test.each(['little', 'big'] as const)('what Excel saves as Unicode text, %s end first', async (order) => {
  const bytes = wide('\uFEFFĐơn vị\tDân số\nXã Sơn Kim 1\t5.310', order);
  expect(await readTable(file(bytes))).toEqual({ kind: 'table', rows: expected, encoding: 'utf-16' });
});

test('Windows-1258, as old machines save it: letters and their marks are put together again', async () => {
  // 0xF2, 0xEC and 0xDE are marks of their own, written behind the letter that they belong to.
  const heads = [0xd0, 0xf5, 0x6e, 0x20, 0x76, 0x69, 0xf2, 0x2c, 0x44, 0xe2, 0x6e, 0x20, 0x73, 0xf4, 0xec, 0x0a];
  const name = [0x58, 0x61, 0xde, 0x20, 0x53, 0xf5, 0x6e, 0x20, 0x4b, 0x69, 0x6d, 0x20, 0x31];
  const bytes = Uint8Array.from([...heads, ...name, 0x2c, 0x35, 0x2e, 0x33, 0x31, 0x30]);
  expect(await readTable(file(bytes))).toEqual({ kind: 'table', rows: expected, encoding: 'windows-1258' });
});

test('a sheet of Excel, small and so large that it is packed, with numbers, days and empty rows', async () => {
  const sheet = async (rows: number) => {
    const body = Array.from({ length: rows }, (_, at) => [
      { value: `Xã số ${at}`, type: String },
      { value: at + 0.5, type: Number },
      { value: new Date(Date.UTC(2026, 10, 12)), type: Date, format: 'dd/mm/yyyy' },
    ]);
    const blob = await writeXlsxFile([
      [{ value: 'Đơn vị' }, { value: 'Số' }, { value: 'Ngày' }],
      [null, null, null],
      ...body,
    ]).toBuffer();
    return readTable(file(new Uint8Array(blob), 'bang.xlsx'));
  };
  const small = await sheet(1);
  expect(small).toEqual({
    kind: 'table',
    encoding: 'xlsx',
    rows: [
      ['Đơn vị', 'Số', 'Ngày'],
      ['Xã số 0', '0,5', '2026-11-12'],
    ],
  });
  const large = await sheet(20_000);
  expect(large.kind === 'table' && [large.rows.length, large.rows[20_000]![0]]).toEqual([20_001, 'Xã số 19999']);
});

test.each([
  ['old-excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['not-a-table', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ['not-a-table', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['unparted', 'Đơn vị|Dân số\n18124|5310'],
  ['empty', ' \n\n'],
  ['too-large', new Uint8Array(16 * 1024 * 1024 + 1)],
])('%s is told by name', async (kind, bytes) => {
  expect(await readTable(file(bytes))).toEqual({ kind });
});
