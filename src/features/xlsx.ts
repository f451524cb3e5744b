import type { Cell, SheetData } from 'write-excel-file/browser';

/** A cell of a workbook. `day` is 'YYYY-MM-DD'; `moment` seconds since 1970, written as the time in Vietnam. */
export type SheetCell = string | number | null | { day: string } | { moment: number };

export type WorkSheet = {
  /** Its tab. What Excel forbids in one is left out. */
  name: string;
  /** One or two rows of heads; equal neighbours in the upper of two are written as one. */
  heads: readonly (readonly string[])[];
  rows: readonly (readonly SheetCell[])[];
  /** The row of sums, last. */
  foot?: readonly SheetCell[] | undefined;
};

const hoursInVietnam = 7 * 60 * 60;
const tab = (name: string) => name.replace(/[[\]/\\:*?]/g, ' ').slice(0, 31) || '1';

const written = (cell: SheetCell, strong: boolean): Cell => {
  const bold = strong ? ({ fontWeight: 'bold' } as const) : {};
  if (cell === null || cell === '') return strong ? { value: '', type: String, ...bold } : null;
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: Number.isInteger(cell) ? '#,##0' : '#,##0.0', ...bold };
  if (typeof cell === 'string') return { value: cell, type: String, ...bold };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...bold };
  const at = new Date((cell.moment + hoursInVietnam) * 1000);
  return { value: at, type: Date, format: 'dd/mm/yyyy hh:mm', ...bold };
};

const headLook = { fontWeight: 'bold', backgroundColor: '#E9ECF8', wrap: true, alignVertical: 'center' } as const;

const headRow = (heads: readonly string[], upper: boolean): Cell[] =>
  heads.map((head, at): Cell => {
    if (upper && at > 0 && head !== '' && head === heads[at - 1]) return null;
    const others = upper && head !== '' ? heads.slice(at).findIndex((other) => other !== head) : 1;
    const columnSpan = others === -1 ? heads.length - at : others;
    const value = { value: head, type: String, ...headLook } as const;
    return columnSpan > 1 ? { ...value, columnSpan, align: 'center' } : value;
  });

const lengthOf = (cell: SheetCell | undefined): number =>
  typeof cell === 'string' ? cell.length : typeof cell === 'number' ? String(cell).length * 1.3 : cell ? 16 : 0;

/** As wide as what stands in a column, within reason, so that nothing is shown as ###. */
const widths = ({ heads, rows, foot }: WorkSheet) =>
  (heads[heads.length - 1] ?? []).map((head, at) => {
    const longest = Math.max(Math.min(head.length, 14), ...rows.slice(0, 500).map((row) => lengthOf(row[at])));
    return { width: Math.min(60, Math.max(8, longest, lengthOf(foot?.[at])) + 2) };
  });

/** Sheets as an .xlsx file: numbers as numbers, days as days, heads and names that stay in sight. The library comes when asked for. */
export const xlsxOf = async (sheets: readonly WorkSheet[]): Promise<Blob> => {
  const { default: write } = await import('write-excel-file/browser');
  return write(
    sheets.map((sheet) => {
      const data: SheetData = [
        ...sheet.heads.map((heads, at) => headRow(heads, at < sheet.heads.length - 1)),
        ...sheet.rows.map((row) => row.map((cell) => written(cell, false))),
        ...(sheet.foot ? [sheet.foot.map((cell) => written(cell, true))] : []),
      ];
      return {
        data,
        sheet: tab(sheet.name),
        columns: widths(sheet),
        stickyRowsCount: sheet.heads.length,
        stickyColumnsCount: sheet.heads.length > 0 ? 1 : 0,
        orientation: 'landscape' as const,
      };
    }),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBlob();
};
