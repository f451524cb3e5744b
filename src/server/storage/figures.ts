import type { Measure } from '#model/indicator.ts';
import { periodOf, spanOf, type PeriodId, type PeriodKind, type PeriodSpan } from '#model/period.ts';
import { dayInVietnam } from '#model/day.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Figures, FiguresRow } from '#protocol/figures.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { freshnessOf, together } from './completeness.ts';
import { existingIn } from './existing.ts';
import { predecessorsOf } from './lineage.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';
import { unitOfRow } from './units.ts';

/**
 * The sums of a unit for a period, the own unit and the current period unless asked otherwise, with those of the units
 * right below it. Read from kept sums (rule S2), so that the cost follows the units, not the entries. Throws Refused with
 * 'unit-out-of-scope'.
 */
export const figuresFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined; period?: PeriodId | undefined },
): Promise<Figures> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => figuresIn(tx, caller, asked, clock.now()));

/** The same within the caller's transaction, which reads from one moment. `now` in milliseconds. */
export const figuresIn = async (
  tx: ProvinceDatabase,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined; period?: PeriodId | undefined },
  now: number,
): Promise<Figures> => {
  const unit = await unitInScope(tx, caller, asked.unit ?? caller.person.unit);
  const { periodKind } = await readSettings(tx);
  const period = asked.period ?? periodOf(dayInVietnam(now), periodKind);
  return figuresOf(tx, unit, period, { periodKind, now });
};

/** The same within the caller's transaction, of a unit the caller may read. `now` in milliseconds. */
export const figuresOf = async (
  tx: ProvinceDatabase,
  unit: Unit,
  period: PeriodId,
  { periodKind, now }: { periodKind: PeriodKind; now: number },
): Promise<Figures> => {
  const span = spanOf(period, periodKind);
  const rows = await rowsBelow(tx, unit, period, span);
  const own = unit.level === 'village' ? await rowOf(tx, unit, period, span) : await sumOf(tx, unit, rows, period);
  const predecessors = await rowsBefore(tx, unit, period, span);
  return {
    ...own,
    period,
    ...span,
    asOf: Math.floor(now / 1000),
    rows,
    ...(predecessors.length > 0 && { predecessors }),
  };
};

const rowOf = async (tx: ProvinceDatabase, unit: Unit, period: PeriodId, span: PeriodSpan): Promise<FiguresRow> =>
  (await rowsOf(tx, 'village', [unit], period, span))[0]!;

/** A commune's sums are kept; a province's are those of its communes. */
const sumOf = async (
  tx: ProvinceDatabase,
  unit: Unit,
  rows: readonly FiguresRow[],
  period: PeriodId,
): Promise<FiguresRow> => {
  const commune = unit.level === 'commune';
  const closed = commune
    ? (await closedAmong(tx, [unit.id], period)).has(unit.id)
    : rows.length > 0 && rows.every((row) => row.closed);
  const totals = commune ? ((await totalsOf(tx, [unit.id], period)).get(unit.id) ?? {}) : addUp(rows);
  return { unit, totals, closed, ...together(rows) };
};

const rowsBelow = async (
  tx: ProvinceDatabase,
  { id, level }: Unit,
  period: PeriodId,
  span: PeriodSpan,
): Promise<FiguresRow[]> => {
  if (level === 'village') return [];
  const children = await tx
    .selectFrom('unit')
    .selectAll()
    .where('parent_id', '=', id)
    .where(existingIn(span))
    .orderBy('id')
    .execute();
  return rowsOf(tx, level === 'province' ? 'commune' : 'village', children.map(unitOfRow), period, span);
};

/** The units that became this one and still stood in the period. Below a province they are among its rows. */
const rowsBefore = async (
  tx: ProvinceDatabase,
  { id, level }: Unit,
  period: PeriodId,
  { first, last }: PeriodSpan,
): Promise<FiguresRow[]> => {
  if (level === 'province') return [];
  const before = (await predecessorsOf(tx, [id])).filter(
    ({ validFrom, validTo }) => validFrom <= last && (validTo === null || validTo >= first),
  );
  return rowsOf(tx, level, before, period, { first, last });
};

/** Units of one level with their sums of a period. */
export const rowsOf = async (
  tx: ProvinceDatabase,
  level: 'commune' | 'village',
  units: readonly Unit[],
  period: PeriodId,
  span: PeriodSpan,
): Promise<FiguresRow[]> => {
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const communes = level === 'commune' ? ids : [...new Set(units.map(({ parent }) => parent ?? ''))];
  const totals = await totalsOf(tx, ids, period);
  const closed = await closedAmong(tx, communes, period);
  const freshness = await freshnessOf(tx, level, ids, period, span);
  return units.map((unit) => ({
    unit,
    totals: totals.get(unit.id) ?? {},
    closed: closed.has(level === 'commune' ? unit.id : (unit.parent ?? '')),
    ...freshness.get(unit.id)!,
  }));
};

/** The kept sums of villages or communes for a period, by unit; those of nothing are left out. */
export const totalsOf = async (tx: ProvinceDatabase, units: readonly UnitId[], period: PeriodId) => {
  const rows = await tx
    .selectFrom('rollup')
    .select(['unit_id', 'measure', 'total'])
    .where('unit_id', 'in', units)
    .where('period', '=', period)
    .where('total', '<>', 0)
    .execute();
  const totals = new Map<UnitId, Record<Measure, number>>();
  for (const { unit_id, measure, total } of rows)
    totals.set(unit_id, { ...totals.get(unit_id), [measure]: Number(total) });
  return totals;
};

/** Which of these communes have closed a period (rule S3). */
export const closedAmong = async (tx: ProvinceDatabase, communes: readonly UnitId[], period: PeriodId) => {
  const rows = await tx
    .selectFrom('period_closure')
    .select('commune_id')
    .where('commune_id', 'in', communes)
    .where('period', '=', period)
    .execute();
  return new Set(rows.map(({ commune_id }) => commune_id));
};

const addUp = (rows: readonly Pick<FiguresRow, 'totals'>[]): Record<Measure, number> => {
  const sum: Record<Measure, number> = {};
  for (const { totals } of rows)
    for (const [measure, total] of Object.entries(totals)) sum[measure] = (sum[measure] ?? 0) + total;
  return sum;
};
