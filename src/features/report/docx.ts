import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import {
  body,
  font,
  headColumns,
  lengthOf,
  paper,
  sizes,
  textWidth,
  wideTextWidth,
} from '#features/report/docx-format.ts';
import { docxTable } from '#features/report/docx-table.ts';
import type { Annex, Block, PlainTable, ReportDocument } from '#model/report/document.ts';
import { reportWords } from '#model/report/words.ts';

const { CENTER, JUSTIFIED, LEFT } = AlignmentType;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine };
const capitals = (text: string) => text.toLocaleUpperCase('vi');

type Look = Omit<IRunOptions, 'text' | 'children'>;
type Place = { alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]; after?: number; before?: number };

const line = (text: string, look: Look, { alignment = CENTER, before = 0, after = 0 }: Place = {}): Paragraph =>
  new Paragraph({
    alignment,
    spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ ...look, text })],
  });

/** A rule under a line of letters, `length` twips of `within`, in the middle. */
const rule = (length: number, within: number): Paragraph => {
  const indent = Math.max(0, Math.round((within - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 60, after: 0, line: 80, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
};

/** Side by side without lines, as the head and the foot of a document are. */
const sideBySide = (widths: readonly number[], rows: readonly (readonly FileChild[])[][]): Table =>
  new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...noLines, insideHorizontal: noLine, insideVertical: noLine },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: widths[at]!, type: WidthType.DXA },
                borders: noLines,
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                children: children as Paragraph[],
              }),
          ),
        }),
    ),
  });

const headOf = ({ issuer, nation, motto, number, dated }: ReportDocument): Table => {
  const [left, right] = headColumns;
  const longest = issuer[issuer.length - 1] ?? '';
  return sideBySide(headColumns, [
    [
      [
        ...issuer.map((text) => line(text, { size: sizes.issuer, bold: true })),
        rule(Math.round(lengthOf(longest, sizes.issuer) * 0.45), left),
      ],
      [
        line(nation, { size: sizes.nation, bold: true }),
        line(motto, { size: sizes.motto, bold: true }),
        rule(lengthOf(motto, sizes.motto), right),
      ],
    ],
    [
      [line(number, { size: sizes.number }, { before: 120 })],
      [line(dated, { size: sizes.dated, italics: true }, { before: 120 })],
    ],
  ]);
};

const titleOf = ({ kind, about }: ReportDocument): Paragraph[] => [
  line(kind, { size: sizes.kind, bold: true }, { before: 360 }),
  ...about.map((text) => line(text, { size: sizes.about, bold: true })),
  rule(Math.round(lengthOf(about[0] ?? '', sizes.about) * 0.4), textWidth),
  line('', { size: sizes.body }, { after: 60 }),
];

const paragraph = (children: TextRun[], keepNext = false): Paragraph =>
  new Paragraph({
    alignment: JUSTIFIED,
    indent: { firstLine: body.firstLine },
    spacing: { before: 0, after: body.gap, line: body.line, lineRule: LineRuleType.AUTO },
    keepNext,
    children,
  });

const blockOf = (block: Block): FileChild[] => {
  if (block.kind === 'table')
    return [docxTable(block.table, textWidth, sizes.table), line('', { size: sizes.body }, { after: 60 })];
  if (block.kind === 'missing') return [paragraph([new TextRun(reportWords.words.dots)])];
  if (block.kind === 'paragraph') return [paragraph([new TextRun(block.parts.map(({ text }) => text).join(''))])];
  return [paragraph([new TextRun({ text: block.text, bold: true })], true)];
};

const footOf = ({ recipientsHead, recipients, signature, signer }: ReportDocument): Table => {
  const left = Math.round(textWidth / 2);
  const roomToSign = Array.from({ length: 4 }, () => line('', { size: sizes.signature }));
  return sideBySide(
    [left, textWidth - left],
    [
      [
        [
          line(recipientsHead, { size: sizes.recipientsHead, bold: true, italics: true }, { alignment: LEFT }),
          ...recipients.map((text) => line(text, { size: sizes.recipients }, { alignment: LEFT })),
        ],
        [
          ...signature.map((text) => line(text, { size: sizes.signature, bold: true })),
          ...roomToSign,
          line(signer, { size: sizes.signature, bold: true }),
        ],
      ],
    ],
  );
};

/** The number of a page stands in the middle of the upper margin, and not on the first. */
const numbered = {
  default: new Header({
    children: [
      new Paragraph({
        alignment: CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.pageNumber })],
      }),
    ],
  }),
  first: new Header({ children: [new Paragraph('')] }),
};

const section = (children: readonly FileChild[], wide: boolean): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: {
        width: paper.width,
        height: paper.height,
        orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...paper.margins },
      pageNumbers: { start: 1 },
    },
  },
  headers: numbered,
  children,
});

/** An annex has its own page numbers, and lies on its side where its table is wide. */
const annexOf = ({ name, attached, table }: Annex): ISectionOptions => {
  const look = { size: sizes.annex, bold: true };
  return section(
    [
      line(name, look),
      line(capitals(table.title), look),
      line(attached, { size: sizes.annex, italics: true }, { after: 160 }),
      ...tableOf(table.wide, table),
    ],
    table.wide,
  );
};

const tableOf = (wide: boolean, table: Annex['table']): FileChild[] => [
  ...(table.rows.length === 0
    ? []
    : [docxTable(table, wide ? wideTextWidth : textWidth, wide ? sizes.wideTable : sizes.table)]),
  ...(table.note === null
    ? []
    : [line(table.note, { size: sizes.table, italics: true }, { alignment: LEFT, before: 120 })]),
];

const made = (sections: ISectionOptions[], title: string, creator: string): Promise<Blob> =>
  Packer.toBlob(
    new Document({
      title,
      creator,
      styles: {
        default: {
          document: { run: { font, size: sizes.body, color: '000000', language: { value: 'vi-VN' } } },
        },
      },
      sections,
    }),
  );

/** A report as a document that Word and LibreOffice open. Made on this device; nothing is asked of anybody. */
export const reportDocx = (report: ReportDocument): Promise<Blob> =>
  made(
    [
      section(
        [
          headOf(report),
          ...titleOf(report),
          ...report.body.flatMap(blockOf),
          paragraph([new TextRun(report.closing)]),
          footOf(report),
        ],
        false,
      ),
      ...report.annexes.map(annexOf),
    ],
    report.about[0] ?? report.kind,
    report.issuer.join(' '),
  );

/** A village's plain table: no country, no number, no signature. */
export const plainDocx = ({ title, about, table }: PlainTable): Promise<Blob> =>
  made(
    [
      section(
        [
          line(title, { size: sizes.annex, bold: true }),
          line(about, { size: sizes.table, italics: true }, { after: 160 }),
          ...tableOf(false, table),
        ],
        false,
      ),
    ],
    title,
    '',
  );
