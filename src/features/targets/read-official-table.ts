import { withoutMarks } from '#features/without-marks.ts';
import { readCsv } from '#model/csv.ts';
import { officialCounts, type OfficialCount } from '#model/records/official-figure.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { readCount } from './shares.ts';

/** Why a line is left out. `said`: the cell as it stands in the table. */
export type LineFault = { why: 'unit-unknown' | 'unit-twice' | 'not-a-count' | 'nothing-given'; said: string };
export type Line = {
  /** As spreadsheets number them, the heads being line 1. */
  at: number;
  unit: UnitId | undefined;
  named: string;
  counts: Partial<Record<OfficialCount, number>>;
  fault: LineFault | undefined;
};
export type OfficialRead =
  { kind: 'empty' } | { kind: 'column-missing'; column: 'unit' | 'figure' } | { kind: 'read'; lines: Line[] };

/** Heads as offices write them, without tone marks. */
const unitHeads = ['ma don vi', 'ma', 'don vi', 'ten don vi', 'xa', 'xa, phuong', 'thon', 'unit', 'unit code'];
const figureHeads: Record<OfficialCount, string[]> = {
  TK_MUC2: ['tk_muc2', 'tai khoan muc 2', 'muc 2', 'level 2 accounts'],
  TK_MUC1: ['tk_muc1', 'tai khoan muc 1', 'muc 1', 'level 1 accounts'],
  TK_KICH_HOAT: ['tk_kich_hoat', 'tai khoan da kich hoat', 'kich hoat', 'activated accounts'],
  DAN_SO: ['dan_so', 'dan so', 'so dan', 'population'],
  SO_HO: ['so_ho', 'so ho', 'so ho dan', 'households'],
};

type Named = Pick<Unit, 'id' | 'name'>;

/** By its code, or by its name with or without what kind of unit it is; of two with one name, neither. */
const unitSaid = (said: string, units: readonly Named[]): UnitId | undefined => {
  const plain = withoutMarks(said).replace(/^(xa|phuong|dac khu|thon|to dan pho|khu pho|ap|ban)\.? (?=\D)/, '');
  const whole = withoutMarks(said);
  const found = units.filter(({ id, name }) => id === said.trim() || [plain, whole].includes(withoutMarks(name)));
  return found.length === 1 ? found[0]!.id : undefined;
};

/** A table of official figures, saved as CSV: a column that names units, and one or more of figures. */
export const readOfficialTable = (text: string, units: readonly Named[]): OfficialRead => {
  const [heads, ...rows] = readCsv(text);
  if (!heads || rows.length === 0) return { kind: 'empty' };
  const plain = heads.map(withoutMarks);
  const unitAt = plain.findIndex((head) => unitHeads.includes(head));
  if (unitAt < 0) return { kind: 'column-missing', column: 'unit' };
  const columns = officialCounts.flatMap((figure) => {
    const at = plain.findIndex((head) => figureHeads[figure].includes(head));
    return at < 0 ? [] : [{ figure, at }];
  });
  if (columns.length === 0) return { kind: 'column-missing', column: 'figure' };

  const seen = new Set<UnitId>();
  const lines = rows.map((row, index): Line => {
    const named = row[unitAt] ?? '';
    const unit = unitSaid(named, units);
    const given = columns.map(({ figure, at }) => ({ figure, said: row[at] ?? '' })).filter(({ said }) => said !== '');
    const bad = given.find(({ said }) => readCount(said) === undefined);
    const fault = (): LineFault | undefined => {
      if (!unit) return { why: 'unit-unknown', said: named };
      if (seen.has(unit)) return { why: 'unit-twice', said: named };
      if (bad) return { why: 'not-a-count', said: bad.said };
      return given.length === 0 ? { why: 'nothing-given', said: named } : undefined;
    };
    const wrong = fault();
    if (unit) seen.add(unit);
    const counts = wrong ? {} : Object.fromEntries(given.map(({ figure, said }) => [figure, readCount(said)!]));
    return { at: index + 2, unit, named, counts, fault: wrong };
  });
  return { kind: 'read', lines };
};
