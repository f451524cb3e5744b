import { withoutMarks } from '#features/without-marks.ts';
import { isPeriod, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import type { Day } from '#model/day.ts';
import { officialCounts, type OfficialCount } from '#model/records/official-figure.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { readCount } from './shares.ts';

/** Why a row cannot be taken. */
export const rowFaults = [
  'unit-unknown',
  'unit-twice',
  'not-a-count',
  'nothing-given',
  'month-unreadable',
  'month-ahead',
  'cell-beyond',
] as const;
/** `row` as spreadsheets number them, the heads being row 1; `column` its head as it stands in the table; `said` the cell. */
export type RowFault = { row: number; column: string; why: (typeof rowFaults)[number]; said: string };
export type Line = { row: number; unit: UnitId; period: PeriodId; counts: Partial<Record<OfficialCount, number>> };
export type OfficialRead =
  | { kind: 'empty' }
  | { kind: 'column-missing'; column: 'unit' | 'figure' }
  /** Either all of it or nothing is taken: with faults there is nothing to write. */
  | { kind: 'read'; lines: Line[]; faults: RowFault[]; rows: number };

/** Heads as offices write them, without tone marks. */
const unitHeads = ['ma don vi', 'ma', 'don vi', 'ten don vi', 'xa', 'xa, phuong', 'thon', 'unit', 'unit code'];
const monthHeads = ['thang', 'ky', 'ky bao cao', 'month', 'period'];
const figureHeads: Record<OfficialCount, string[]> = {
  TK_MUC2: ['tk_muc2', 'tai khoan muc 2', 'muc 2', 'level 2 accounts'],
  TK_MUC1: ['tk_muc1', 'tai khoan muc 1', 'muc 1', 'level 1 accounts'],
  TK_KICH_HOAT: [
    'tk_kich_hoat',
    'tai khoan da kich hoat',
    'da kich hoat',
    'kich hoat',
    'activated accounts',
    'activated',
  ],
  DAN_SO: ['dan_so', 'dan so', 'so dan', 'population'],
  SO_HO: ['so_ho', 'so ho', 'so ho dan', 'households'],
};

type Named = Pick<Unit, 'id' | 'name'>;

/** Units by their codes, and by their names with or without what kind of unit it is; of two with one name, neither. */
const unitsByName = (units: readonly Named[]): ((said: string) => UnitId | undefined) => {
  const known = new Map<string, UnitId | null>();
  for (const { id, name } of units) {
    const plain = withoutMarks(name);
    known.set(plain, known.has(plain) ? null : id);
  }
  const codes = new Set(units.map(({ id }) => id));
  return (said) => {
    if (codes.has(said)) return said;
    const whole = withoutMarks(said);
    const plain = whole.replace(/^(tinh|thanh pho|xa|phuong|dac khu|thon|to dan pho|khu pho|ap|ban)\.? (?=\D)/, '');
    return known.get(whole) ?? known.get(plain) ?? undefined;
  };
};

/** '2026-10', '10/2026', 'thang 10/2026', 'T10.2026'; undefined for anything else. */
const monthSaid = (said: string): PeriodId | undefined => {
  const plain = withoutMarks(said).replace(/^(thang|ky|t)\s*/, '');
  const [, month = '', year = ''] = /^(\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const period = year ? `${year}-${month.padStart(2, '0')}` : plain.slice(0, 7);
  const known: boolean = isPeriod(period);
  return known ? period : undefined;
};

/**
 * A table of official figures: a column that names units, one or more of figures, and one of months where it is of several;
 * without it all rows are of `period`.
 */
export const readOfficialTable = (
  [heads, ...rows]: readonly (readonly string[])[],
  { units, period, today, kind }: { units: readonly Named[]; period: PeriodId; today: Day; kind: PeriodKind },
): OfficialRead => {
  if (!heads || rows.length === 0) return { kind: 'empty' };
  const plain = heads.map(withoutMarks);
  const at = (names: readonly string[]) => plain.findIndex((head) => names.includes(head));
  const [unitAt, monthAt] = [at(unitHeads), at(monthHeads)];
  if (unitAt < 0) return { kind: 'column-missing', column: 'unit' };
  const columns = officialCounts.flatMap((figure) => {
    const place = at(figureHeads[figure]);
    return place < 0 ? [] : [{ figure, place }];
  });
  if (columns.length === 0) return { kind: 'column-missing', column: 'figure' };

  const unitOf = unitsByName(units);
  const seen = new Set<string>();
  const lines: Line[] = [];
  const faults: RowFault[] = [];
  for (const [index, cells] of rows.entries()) {
    const row = index + 2;
    const cell = (place: number) => cells[place] ?? '';
    const wrong = (place: number, why: RowFault['why']) =>
      faults.push({ row, column: heads[place] ?? '', why, said: cell(place) });
    const before = faults.length;
    const unit = unitOf(cell(unitAt).trim());
    if (unit === undefined) wrong(unitAt, 'unit-unknown');
    const month = monthAt < 0 || cell(monthAt) === '' ? period : monthSaid(cell(monthAt));
    if (month === undefined) wrong(monthAt, 'month-unreadable');
    else if (spanOf(month, kind).first > today) wrong(monthAt, 'month-ahead');
    if (unit !== undefined && month !== undefined) {
      const name = `${unit} ${month}`;
      if (seen.has(name)) wrong(unitAt, 'unit-twice');
      seen.add(name);
    }
    const counts: Line['counts'] = {};
    for (const { figure, place } of columns) {
      if (cell(place) === '') continue;
      const count = readCount(cell(place));
      if (count === undefined) wrong(place, 'not-a-count');
      else counts[figure] = count;
    }
    // A comma in a cell that stands in no quotes moves all that follows it.
    if (cells.slice(heads.length).some((beyond) => beyond !== '')) wrong(cells.length - 1, 'cell-beyond');
    else if (faults.length === before && Object.keys(counts).length === 0) wrong(columns[0]!.place, 'nothing-given');
    if (faults.length === before) lines.push({ row, unit: unit!, period: month!, counts });
  }
  return { kind: 'read', lines, faults, rows: rows.length };
};
