import type { PeriodId, PeriodSpan } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { pivotLimits, type Pivot, type PivotQuestion } from '#protocol/pivot.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { teamsReportedOf } from './completeness.ts';
import { countedPeriod, type CountedPeriod } from './counted-period.ts';
import { closedAmong } from './figures.ts';
import { pivotCells } from './pivot-cells.ts';
import { countsByUnit } from './pivot-counts.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';
import { unitOfRow } from './units.ts';

/**
 * Sums by unit, period, measure and value of one part, of a unit or of those in it. Units are those that stood in each period. Read
 * from kept sums (rule S2): the cost follows units and periods, not entries. Throws Refused with 'role-too-low',
 * 'unit-out-of-scope' or 'pivot-too-large'.
 */
export const pivotFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person' | 'commune'>,
  asked: PivotQuestion,
): Promise<Pivot> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const now = clock.now();
      const { periodKind } = await readSettings(tx);
      const unit = await unitInScope(tx, caller, asked.unit ?? caller.person.unit);
      const periods = asked.periods.map((period) => countedPeriod(period, periodKind, asked.until, now));
      const inIt = await unitsIn(tx, unit);
      const level = shownLevel(unit, asked.of);
      const shown = inIt.filter((one) => one.level === level && periods.some((span) => stoodIn(one, span)));
      within(shown.length * periods.length);
      const pivot: Omit<Pivot, 'cells' | 'sums'> = {
        unit,
        at: Math.floor(now / 1000),
        periods: [],
        units: shown,
        completeness: [],
      };
      const [cells, sums]: [Pivot['cells'], Pivot['sums']] = [[], []];
      for (const span of periods) {
        const { period, first, last } = span;
        const standing = inIt.filter((one) => stoodIn(one, span));
        const units = standing.filter((one) => one.level === level);
        pivot.periods.push({ period, first, last, ...(await closing(tx, unit, standing, period)) });
        pivot.completeness.push(...(await completenessOf(tx, level, units, standing, span)));
        const counts = await countsByUnit(tx, { unit, units, standing, span, kind: periodKind }, asked);
        const told = pivotCells(counts, { period, units, by: asked.by, aboveCommune: caller.commune === null });
        cells.push(...told.cells);
        sums.push(...told.sums);
        within(cells.length);
      }
      return { ...pivot, cells, sums };
    });
};

const within = (cells: number): void => {
  if (cells > pivotLimits.cells) throw new Refused('pivot-too-large', { cells, most: pivotLimits.cells });
};

const stoodIn = ({ validFrom, validTo }: Unit, { first, last }: PeriodSpan): boolean =>
  validFrom <= last && (validTo === null || validTo >= first);

const unitsIn = async (tx: ProvinceDatabase, { id, level }: Unit): Promise<Unit[]> => {
  const all = tx.selectFrom('unit').selectAll().orderBy('id');
  const rows = await (
    level === 'province' ? all : all.where(({ or, eb }) => or([eb('id', '=', id), eb('parent_id', '=', id)]))
  ).execute();
  return rows.map(unitOfRow);
};

const shownLevel = ({ level }: Unit, of: PivotQuestion['of']): Unit['level'] => {
  if (of === 'self' || level === 'village') return level;
  return of === 'below' && level === 'province' ? 'commune' : 'village';
};

const closing = async (tx: ProvinceDatabase, unit: Unit, standing: readonly Unit[], period: PeriodId) => {
  const communes = unit.level === 'village' ? [unit.parent ?? ''] : idsOf(standing, 'commune');
  const closed = communes.length === 0 ? new Set() : await closedAmong(tx, communes, period);
  return { closed: closed.size, of: communes.length };
};

const idsOf = (units: readonly Unit[], level: Unit['level']): UnitId[] =>
  units.filter((one) => one.level === level).map(({ id }) => id);

/** Teams of a unit are its villages that stood in the period. */
const completenessOf = async (
  tx: ProvinceDatabase,
  level: Unit['level'],
  units: readonly Unit[],
  standing: readonly Unit[],
  { period }: CountedPeriod,
): Promise<Pivot['completeness']> => {
  const villages = standing.filter((one) => one.level === 'village');
  const communes = [...new Set(villages.map(({ parent }) => parent ?? ''))];
  const reported = await teamsReportedOf(tx, communes, period);
  const about = new Map<UnitId, { teams: number; teamsReported: number }>(
    units.map(({ id }) => [id, { teams: 0, teamsReported: 0 }]),
  );
  for (const { id, parent } of villages) {
    const of = level === 'village' ? id : level === 'commune' ? (parent ?? '') : (units[0]?.id ?? '');
    const sum = about.get(of);
    if (!sum) continue;
    sum.teams += 1;
    if (reported.has(id)) sum.teamsReported += 1;
  }
  return [...about].map(([unit, sum]) => ({ unit, period, ...sum }));
};
