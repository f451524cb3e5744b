import { measures, type Measure } from '#model/indicator.ts';
import {
  missingOf,
  unconfirmedOf,
  type AmendmentLines,
  type Fix,
  type ReportFacts,
  type Sums,
  type UnitSums,
} from '#model/report/facts.ts';
import { filled, inFigures, inPercent, inSentence, measureWords, reportWords, unitSaid } from '#model/report/words.ts';

/** A number stays one: a spreadsheet counts with it, a document writes it as 1.204. Null is a cell left empty. */
export type Cell = string | number | null;
/** `width` is a share of the whole; those of a table add up to 100. */
export type Column = { head: string; width: number; align: 'left' | 'center' | 'right' };
export type ReportTable = {
  id: string;
  title: string;
  /** Too wide for an upright page. */
  wide: boolean;
  columns: Column[];
  rows: Cell[][];
  /** The last row: sums. */
  foot: Cell[] | null;
  /** Said below it. */
  note: string | null;
};

const { tables, below, words } = reportWords;

/** The measures a report shows whether or not anything was counted; the others stand in Biểu 01 once they have a figure. */
const always: readonly Measure[] = [
  'TT_BUOI',
  'TT_NGUOI',
  'VNEID_CAI',
  'DD_MUC1_HD',
  'DD_MUC2_VD',
  'DD_MUC2_LD',
  'DD_KICH_HOAT',
  'DVC_HD',
];
const inOrder = Object.keys(reportWords.measures).filter((measure) => measures.includes(measure));
/** The figures of Biểu 02, in the template's order. */
export const measuresBelow: readonly Measure[] = [...always, 'VM_SO'];

const columnsOf = (heads: readonly string[], widths: readonly number[], aligns: string): Column[] =>
  heads.map((head, at) => ({
    head,
    width: widths[at]!,
    align: aligns[at] === 'l' ? 'left' : aligns[at] === 'c' ? 'center' : 'right',
  }));

/** Biểu 01: each measure in this period, in the one before, and from the start of the year. */
export const byMeasure = (
  { totals, before, year }: Pick<ReportFacts, 'totals' | 'before' | 'year'>,
  fixes: Readonly<Record<string, Fix | undefined>> = {},
): ReportTable => {
  const shown = inOrder.filter(
    (measure) => always.includes(measure) || [totals, before, year].some((sums) => (sums[measure] ?? 0) !== 0),
  );
  return {
    id: 'bieu-01',
    title: tables['bieu-01'].title,
    wide: false,
    columns: columnsOf(tables['bieu-01'].columns, [6, 36, 12, 11, 11, 12, 12], 'clcrrrl'),
    rows: shown.map((measure, at) => {
      const fix = fixes[measure];
      const { name, unit } = measureWords(measure);
      const note = fix && filled(tables['bieu-01'].fixed, { value: inFigures(fix.value), reason: fix.reason });
      return [at + 1, name, unit, totals[measure] ?? 0, before[measure] ?? 0, year[measure] ?? 0, note ?? null];
    }),
    foot: null,
    note: null,
  };
};

const sumOf = (rows: readonly { totals: Sums }[], measure: Measure): number =>
  rows.reduce((sum, { totals }) => sum + (totals[measure] ?? 0), 0);

/**
 * Biểu 02: the units below with their figures, and their sums. A unit that sent nothing has empty cells and is named under
 * the table: nothing sent is not nought. A figure that came of it all the same is shown. Named as well: who sent, and was late
 * to say that it is all.
 */
export const byUnit = (facts: Pick<ReportFacts, 'unit' | 'rows'>): ReportTable => {
  const ofProvince = facts.unit.level === 'province';
  const said = ofProvince ? below.province : below.commune;
  const heads = [words.order, said.column, ...measuresBelow.map((measure) => measureWords(measure).column ?? measure)];
  const named = (sentence: string, late: readonly UnitSums[]) =>
    late.length === 0
      ? []
      : filled(sentence, {
          count: inSentence(late.length),
          names: late.map(({ unit }) => (ofProvince ? unitSaid(unit) : unit.name)).join(', '),
        });
  const notes = [named(said.missing, missingOf(facts)), named(below.commune.unconfirmed, unconfirmedOf(facts))].flat();
  return {
    id: 'bieu-02',
    title: ofProvince ? tables['bieu-02'].titleProvince : tables['bieu-02'].title,
    wide: true,
    columns: columnsOf(heads, [5, 20, 9, 8, 8, 7, 9, 11, 8, 8, 7], 'clrrrrrrrrr'),
    rows: facts.rows.map(({ unit, totals, reported }, at) => [
      at + 1,
      ofProvince ? unitSaid(unit) : unit.name,
      ...measuresBelow.map((measure) => totals[measure] ?? (reported ? 0 : null)),
    ]),
    foot: [null, words.sum, ...measuresBelow.map((measure) => sumOf(facts.rows, measure))],
    note: notes.length === 0 ? null : notes.join(' '),
  };
};

/** Biểu 03: the tasks and how each stands. */
export const byTask = ({ tasks }: Pick<ReportFacts, 'tasks'>): ReportTable => ({
  id: 'bieu-03',
  title: tables['bieu-03'].title,
  wide: true,
  columns: columnsOf(tables['bieu-03'].columns, [5, 34, 15, 14, 10, 10, 12], 'clllccl'),
  rows: tasks.map(({ text, lead, coordinating, deadline, state, note }, at) => [
    at + 1,
    text,
    lead,
    coordinating,
    deadline,
    reportWords.taskStates[state],
    note,
  ]),
  foot: null,
  note: tasks.length === 0 ? words.none : null,
});

/** Biểu 04: what work got stuck on, by kind. */
export const byObstacle = ({ unit, obstacles }: Pick<ReportFacts, 'unit' | 'obstacles'>): ReportTable => {
  const heads = tables['bieu-04'].columns.map((head, at) =>
    at === 3 && unit.level === 'province' ? tables['bieu-04'].columnProvince : head,
  );
  const kinds: Record<string, string | undefined> = reportWords.obstacleKinds;
  return {
    id: 'bieu-04',
    title: tables['bieu-04'].title,
    wide: false,
    columns: columnsOf(heads, [6, 26, 11, 25, 32], 'clrll'),
    rows: obstacles.map(({ kind, count, units, proposals }, at) => [
      at + 1,
      kinds[kind] ?? reportWords.obstacleKinds.khac,
      count,
      units.join(', '),
      proposals.join('; '),
    ]),
    foot:
      obstacles.length === 0
        ? null
        : [null, words.sum, obstacles.reduce((sum, { count }) => sum + count, 0), null, null],
    note: obstacles.length === 0 ? words.none : null,
  };
};

/** The targets of the period beside what the teams did, which is their share and not the official count. Never capped at 100 %. */
export const byTarget = ({ targets }: Pick<ReportFacts, 'targets'>): ReportTable => ({
  id: 'chi-tieu',
  title: tables.targets.title,
  wide: false,
  columns: columnsOf(tables.targets.columns, [40, 14, 14, 18, 14], 'lcrrr'),
  rows: targets.map(({ goal, asked, done, percent }) => {
    const { name, unit } = measureWords(goal);
    if (percent) return [name, '%', inPercent(asked / 100), done === null ? null : inPercent(done / 100), null];
    return [name, unit, asked, done, asked > 0 && done !== null ? inPercent(done / asked) : null];
  }),
  foot: null,
  note: null,
});

/** What an amendment changed, and why. */
export const byDifference = ({ number, reason, difference }: AmendmentLines): ReportTable => ({
  id: `dieu-chinh-${number}`,
  title: filled(tables.amendment.title, { n: inSentence(number) }),
  wide: false,
  columns: columnsOf(tables.amendment.columns, [6, 26, 32, 12, 12, 12], 'cllrrr'),
  rows: difference.map(({ unit, measure, before, after }, at) => [
    at + 1,
    unit,
    measureWords(measure).name,
    before,
    after,
    after - before,
  ]),
  foot: null,
  note: filled(tables.amendment.reason, { reason }),
});
