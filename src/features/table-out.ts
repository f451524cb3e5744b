import type { SheetCell, WorkSheet } from '#features/xlsx.ts';
import type { CellValue, TableColumn } from '#ui/DataTable/columns.ts';

export type TableOut<Row> = {
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** The name of the row of sums; none, no such row. */
  foot: string | undefined;
  /** What has to be known to read the figures: which period, as of when, what is left out. */
  about: readonly string[];
};

const headOf = <Row>({ head, unit }: TableColumn<Row>) => (unit ? `${head} (${unit})` : head);
const valueOf = <Row>(column: TableColumn<Row>, row: Row): CellValue =>
  column.file ? column.file(row) : column.value(row);

const footOf = <Row>({ columns, rows, foot }: TableOut<Row>): CellValue[] | undefined =>
  foot === undefined ? undefined : columns.map((column, at) => (at === 0 ? foot : (column.sum?.(rows) ?? null)));

/** Words and plain digits, a head a column: for the clipboard and for text files. `said` writes days and moments. */
export const flatTable = <Row>(
  out: TableOut<Row>,
  said: (column: TableColumn<Row>, value: CellValue) => string | number | null,
): (string | number | null)[][] => {
  const heads = out.columns.map((column) => [column.group, headOf(column)].filter(Boolean).join(', '));
  const foot = footOf(out);
  return [
    heads,
    ...out.rows.map((row) => out.columns.map((column) => said(column, valueOf(column, row)))),
    ...(foot ? [foot.map((value, at) => said(out.columns[at]!, value))] : []),
  ];
};

const sheetCell = <Row>({ kind }: TableColumn<Row>, value: CellValue): SheetCell => {
  if (kind === 'day' && typeof value === 'string') return { day: value };
  if (kind === 'moment' && typeof value === 'number') return { moment: value };
  return value;
};

/** The table, and on a sheet of its own what has to be known to read it. */
export const sheetsOf = <Row>(out: TableOut<Row>, names: { table: string; about: string }): WorkSheet[] => {
  const grouped = out.columns.some(({ group }) => group !== undefined);
  const foot = footOf(out);
  return [
    {
      name: names.table,
      heads: [...(grouped ? [out.columns.map(({ group }) => group ?? '')] : []), out.columns.map(headOf)],
      rows: out.rows.map((row) => out.columns.map((column) => sheetCell(column, valueOf(column, row)))),
      foot: foot?.map((value, at) => sheetCell(out.columns[at]!, value)),
    },
    { name: names.about, heads: [], rows: [[out.caption], ...out.about.map((line) => [line])] },
  ];
};
