import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, Column, ReportTable } from '#model/report/tables.ts';
import { cellText } from '#features/report/cell-text.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const lines = { top: line, bottom: line, left: line, right: line };
const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const cellOf = (
  text: string,
  { align }: Pick<Column, 'align'>,
  width: number,
  size: number,
  bold: boolean,
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: lines,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children: [
      new Paragraph({
        alignment: aligned[align],
        // The mark at its end too: an empty cell is no taller than the others.
        run: { size },
        spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        children: [new TextRun({ text, size, bold })],
      }),
    ],
  });

/** A table of the report, `width` twips wide; its head is repeated on every page, and no row is torn. */
export const docxTable = ({ columns, rows, foot }: ReportTable, width: number, size: number): Table => {
  const widths = columns.map((column) => Math.floor((width * column.width) / 100));
  const row = (cells: readonly Cell[], bold = false) =>
    new TableRow({
      cantSplit: true,
      children: columns.map((column, at) => cellOf(cellText(cells[at] ?? null), column, widths[at]!, size, bold)),
    });
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({
        cantSplit: true,
        tableHeader: true,
        children: columns.map(({ head }, at) => cellOf(head, { align: 'center' }, widths[at]!, size, true)),
      }),
      ...rows.map((cells) => row(cells)),
      ...(foot ? [row(foot, true)] : []),
    ],
  });
};
