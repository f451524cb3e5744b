import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';
import type { Cell, ReportTable } from '#model/report/tables.ts';

/** Rows above the head of the table: its title, what it is of, and an empty one. */
const above = 3;
/** Letters of a column for a share of the page. */
const lettersOf = (share: number) => Math.max(7, Math.round(share * 1.3));

const cell = (value: Cell, more: object = {}) => {
  const borders = { borderStyle: 'thin' as const, alignVertical: 'center' as const, ...more };
  if (value === null) return { value: '', type: String, ...borders };
  return typeof value === 'number'
    ? { value, type: Number, format: '#,##0', ...borders }
    : { value, type: String, wrap: true, ...borders };
};

/** Points of a line of letters; a row is as high as its longest cell needs, since not every program finds that out. */
const lineHeight = 17;
const heightOf = (cells: readonly Cell[], columns: ReportTable['columns']): number => {
  const lines = cells.map((value, at) =>
    typeof value === 'string' ? Math.ceil((value.length * 1.15) / lettersOf(columns[at]!.width)) : 1,
  );
  return lineHeight * Math.max(1, ...lines);
};

const sheetData = ({ title, columns, rows, foot, note }: ReportTable, about: string): SheetData => [
  [{ value: title, type: String, fontWeight: 'bold' as const, fontSize: 14 }],
  [{ value: about, type: String, fontStyle: 'italic' as const }],
  [],
  columns.map(({ head }) =>
    cell(head, {
      fontWeight: 'bold' as const,
      align: 'center' as const,
      height: heightOf(
        columns.map((column) => column.head),
        columns,
      ),
    }),
  ),
  ...rows.map((row) =>
    row.map((value, at) => cell(value, { align: columns[at]!.align, height: heightOf(row, columns) })),
  ),
  ...(foot ? [foot.map((value, at) => cell(value, { align: columns[at]!.align, fontWeight: 'bold' as const }))] : []),
  ...(note === null ? [] : [[], [{ value: note, type: String, fontStyle: 'italic' as const }]]),
];

/** Of its title what stands before the first full stop: a sheet's name has 31 letters at most and none of these signs. */
const sheetName = ({ title }: ReportTable): string =>
  title
    .split('.')[0]!
    .replace(/[\\/?*[\]:]/g, '-')
    .slice(0, 31);

/** Tables as sheets of a workbook: numbers are numbers, the head stays in sight. `about`: whose they are and of when. */
export const tablesXlsx = (tables: readonly ReportTable[], about: string): Promise<Blob> =>
  writeXlsxFile(
    tables.map((table) => ({
      data: sheetData(table, about),
      sheet: sheetName(table),
      columns: table.columns.map(({ width }) => ({ width: lettersOf(width) })),
      stickyRowsCount: above + 1,
      ...(table.wide && { orientation: 'landscape' as const }),
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBlob();
