import { outline, textOf, type ReportTexts } from '#model/report/outline.ts';
import type { Fix, ReportFacts } from '#model/report/facts.ts';
import {
  byDifference,
  byMeasure,
  byObstacle,
  byTarget,
  byTask,
  byUnit,
  type ReportTable,
} from '#model/report/tables.ts';
import { readSentence, type Part, type Token } from '#model/report/tokens.ts';
import {
  dayInFigures,
  filled,
  inSentence,
  levelSaid,
  monthInDate,
  reportWords,
  unitSaid,
} from '#model/report/words.ts';

export type Block =
  | { kind: 'section'; text: string }
  | { kind: 'item'; text: string; key: string }
  | { kind: 'paragraph'; parts: Part[]; key: string }
  /** Nobody wrote it yet: a line of dots, to be filled in by hand. */
  | { kind: 'missing'; key: string }
  | { kind: 'table'; table: ReportTable };

/** `name`: 'Phụ lục I'; `attached`: what it is attached to, in brackets. */
export type Annex = { name: string; attached: string; table: ReportTable };

/** A report as an official document, whatever it is written out as: .docx, a page on the screen, paper. */
export type ReportDocument = {
  /** The body that issues it, a line each, in capitals. */
  issuer: string[];
  nation: string;
  motto: string;
  /** 'Số:        /BC-UBND': the clerk writes the number in. */
  number: string;
  dated: string;
  kind: string;
  about: string[];
  body: Block[];
  closing: string;
  recipientsHead: string;
  recipients: string[];
  signature: string[];
  signer: string;
  annexes: Annex[];
  /** Parts nobody wrote yet. */
  missing: number;
};

/** Room for a number, a day, in the running text. */
const blank = '        ';
/** 4 as 'IV'. Of annexes there are few. */
const numeral = (count: number): string => {
  const signs: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  const [worth, sign] = signs.find(([least]) => count >= least) ?? [0, ''];
  return worth === 0 ? '' : sign + numeral(count - worth);
};
const capitals = (text: string) => text.toLocaleUpperCase('vi');
const { words } = reportWords;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * The report of a commune or a province for a period, after Nghị định 30/2020/NĐ-CP, Phụ lục I: number, date and
 * signature stay blank, for the clerk and the signer.
 */
export const reportDocument = (
  facts: ReportFacts,
  written: ReportTexts,
  fixes: Readonly<Record<Token, Fix | undefined>> = {},
): ReportDocument => {
  const { unit } = facts;
  const [year = '', month = ''] = facts.period.split('-');
  const [signedYear = '', signedMonth = ''] = facts.signed.split('-');
  const issuer = `${words.committee} ${unitSaid(unit)}`;
  const signed = { blank, month: monthInDate(Number(signedMonth)), year: signedYear };
  const body = bodyOf(facts, written, fixes);
  const newest = facts.amendments[facts.amendments.length - 1];
  const amended = newest === undefined ? [] : [filled(words.amended, { n: inSentence(newest.number) })];
  const tables = [byMeasure(facts, fixes), byUnit(facts), byTask(facts), byObstacle(facts)];
  return {
    issuer: [capitals(words.committee), capitals(unitSaid(unit))],
    nation: words.nation,
    motto: words.motto,
    number: filled(words.number, { blank }),
    dated: filled(words.dated, { ...signed, place: written.place || unit.name }),
    kind: words.kind,
    about: [
      filled(words.about, { month: Number(month), year }),
      filled(words.span, { first: dayInFigures(facts.first), last: dayInFigures(facts.last) }),
      ...amended,
    ],
    body,
    closing: filled(words.closing, { month: Number(month), year, issuer }),
    recipientsHead: words.recipientsHead,
    recipients: linesOf(written.recipients ?? '').length > 0 ? linesOf(written.recipients!) : recipientsOf(unit),
    signature: [
      words.onBehalf,
      ...(linesOf(written.signerTitle ?? '').length > 0 ? linesOf(written.signerTitle!) : [words.chair]),
    ],
    signer: written.signer ?? '',
    annexes: [...tables, ...facts.amendments.map(byDifference)].map((table, at) => ({
      name: filled(words.annex, { n: numeral(at + 1) }),
      attached: filled(words.attached, { ...signed, issuer }),
      table,
    })),
    missing: body.filter(({ kind }) => kind === 'missing').length,
  };
};

/** To whom it goes where nobody wrote anything else. */
export const recipientsOf = ({ type, level }: Pick<ReportFacts['unit'], 'type' | 'level'>): string[] => {
  const lines = level === 'province' ? reportWords.recipients.province : reportWords.recipients.commune;
  const police: Record<string, string | undefined> = reportWords.police;
  const said = levelSaid({ type });
  return lines.map((line) =>
    filled(line, { level: said, police: police[type] ?? '' }).replace(
      /TT\. (\p{L})/u,
      (_all, letter: string) => `TT. ${capitals(letter)}`,
    ),
  );
};

const bodyOf = (facts: ReportFacts, written: ReportTexts, fixes: Readonly<Record<Token, Fix | undefined>>): Block[] =>
  outline.flatMap(({ n, title, items }): Block[] => [
    { kind: 'section', text: `${n}. ${capitals(title)}` },
    ...items.flatMap((item, at): Block[] => {
      const { key } = item;
      const lines = linesOf(textOf(item, written));
      return [
        ...(item.title === '' ? [] : [{ kind: 'item' as const, text: `${at + 1}. ${item.title}`, key }]),
        ...(lines.length === 0
          ? [{ kind: 'missing' as const, key }]
          : lines.map((line) => ({ kind: 'paragraph' as const, parts: readSentence(line, facts, fixes), key }))),
        ...(key === 'II.7' && facts.targets.length > 0 ? [{ kind: 'table' as const, table: byTarget(facts) }] : []),
      ];
    }),
  ]);

/** A village issues no official documents: what it has is a plain table, a title and a line above it. */
export type PlainTable = { title: string; about: string; table: ReportTable };

export const villageTable = (
  facts: Pick<ReportFacts, 'unit' | 'period' | 'first' | 'last' | 'totals' | 'before' | 'year'>,
): PlainTable => {
  const [year = '', month = ''] = facts.period.split('-');
  const said = reportWords.tables.village;
  return {
    title: filled(said.title, { month: Number(month), year, unit: unitSaid(facts.unit) }),
    about: filled(said.about, { first: dayInFigures(facts.first), last: dayInFigures(facts.last) }),
    table: byMeasure(facts),
  };
};
