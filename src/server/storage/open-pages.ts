import { dayInVietnam, type Day } from '#model/day.ts';
import { isPeriod, periodOf, shiftPeriod, spanOf, type PeriodId } from '#model/period.ts';
import type { EditableRecord } from '#model/record.ts';
import { targetParts, targetValue } from '#model/records/target.ts';
import type { Unit, UnitId, UnitLevel } from '#model/unit.ts';
import type { OpenFigures, OpenPeriod, OpenReport, OpenTarget, OpenUnit } from '#protocol/open-pages.ts';
import type { FiguresRow } from '#protocol/figures.ts';
import type { Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import type { Reader } from './access-tokens.ts';
import { together } from './completeness.ts';
import { existingIn } from './existing.ts';
import { rowsOf } from './figures.ts';
import { standingOf, stepsOf } from './report-steps.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';
import { unitOfRow } from './units.ts';

type Area = Pick<Reader, 'unit' | 'path'>;
/** A page: `limit` rows at most, after the row whose key is `after`. */
export type Paged = { limit: number; after?: string | undefined };
/** `last` is the key of the last row, where there are more. */
export type Page<Row> = { rows: Row[]; last: string | null };

const levels: UnitLevel[] = ['province', 'commune', 'village'];

const instant = (seconds: number | null): string | null =>
  seconds === null ? null : new Date(seconds * 1000).toISOString();

/** One more was read than fits, to know whether there is more. */
const cut = <Read, Row>(read: readonly Read[], limit: number, key: (row: Read) => string, row: (row: Read) => Row) => ({
  rows: read.slice(0, limit).map(row),
  last: read.length > limit ? key(read[limit - 1]!) : null,
});

/** The unit itself and all below it. */
const unitsOf = (db: ProvinceDatabase, { id, level }: Unit) => {
  const all = db.selectFrom('unit').selectAll();
  if (level === 'province') return all;
  if (level === 'commune') return all.where(({ or, eb }) => or([eb('id', '=', id), eb('parent_id', '=', id)]));
  return all.where('id', '=', id);
};

const present = async ({ db, clock }: Province) => {
  const { periodKind: kind } = await readSettings(db);
  const today = dayInVietnam(clock.now());
  return { kind, today, current: periodOf(today, kind) };
};

/** The units of an area as they stood on a day, today if none is named, in the order of their codes. */
export const openUnits = async (
  province: Province,
  { unit }: Area,
  { asOf, limit, after = '' }: Paged & { asOf?: Day | undefined },
): Promise<Page<OpenUnit>> => {
  const day = asOf ?? (await present(province)).today;
  const rows = await unitsOf(province.db, unit)
    .where(existingIn({ first: day, last: day }))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return cut(
    rows.map(unitOfRow),
    limit,
    ({ id }) => id,
    ({ id, name, type, level, parent, validFrom, validTo, mergedInto }) => ({
      code: id,
      name,
      type,
      level,
      parent,
      validFrom,
      validTo,
      successors: mergedInto,
    }),
  );
};

/** The periods from the first that has anything to the present one, oldest first. */
export const openPeriods = async (
  province: Province,
  { unit }: Area,
  { limit, after = '' }: Paged,
): Promise<Page<OpenPeriod>> => {
  const { db } = province;
  const { kind, current } = await present(province);
  const communes = await communesOf(db, unit);
  const ids = unit.level === 'village' ? [unit.id] : communes.map(({ id }) => id);
  const first = await firstPeriod(db, ids);
  const periods: PeriodId[] = [];
  for (let period = first ?? current; period <= current; period = shiftPeriod(period, 1)) periods.push(period);
  const closed = await closuresOf(db, communes);
  return cut(
    periods.filter((period) => period > after),
    limit,
    (period) => period,
    (period) => {
      const span = spanOf(period, kind);
      const there = communes.filter(
        ({ validFrom, validTo }) => validFrom <= span.last && (validTo === null || validTo >= span.first),
      );
      return {
        period,
        ...span,
        communes: there.length,
        closed: there.filter(({ id }) => closed.has(`${id} ${period}`)).length,
      };
    },
  );
};

/**
 * The sums of the units of one level that existed in a period, from kept sums (rule S2). Throws Refused with
 * 'unit-out-of-scope' for a unit, or a level, above the area.
 */
export const openFigures = async (
  province: Province,
  area: Area,
  asked: Paged & { period?: PeriodId | undefined; level: UnitLevel; unit?: UnitId | undefined },
): Promise<Page<OpenFigures>> => {
  const { kind, current } = await present(province);
  const { db } = province;
  const { level, period = current, limit, after = '' } = asked;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const unit = asked.unit === undefined ? area.unit : await unitInScope(tx, area, asked.unit);
      if (levels.indexOf(level) < levels.indexOf(unit.level)) throw new Refused('unit-out-of-scope');
      const span = spanOf(period, kind);
      const there = async (of: UnitLevel, all: Unit, paged: boolean) => {
        const query = unitsOf(tx, all).where('level', '=', of).where(existingIn(span)).orderBy('id');
        const found = await (paged ? query.where('id', '>', after).limit(limit + 1) : query).execute();
        return found.map(unitOfRow);
      };
      const units = await there(level, unit, true);
      const rows = units.slice(0, limit);
      const figures =
        level === 'province'
          ? await Promise.all(
              rows.map(async (whole) =>
                summedUp(whole, await rowsOf(tx, 'commune', await there('commune', whole, false), period, span)),
              ),
            )
          : await rowsOf(tx, level, rows, period, span);
      return {
        rows: figures.map((row) => openFiguresOf(row, period)),
        last: units.length > limit ? rows[rows.length - 1]!.id : null,
      };
    });
};

const summedUp = (unit: Unit, rows: readonly FiguresRow[]): FiguresRow => {
  const totals: Record<string, number> = {};
  for (const row of rows)
    for (const [measure, total] of Object.entries(row.totals)) totals[measure] = (totals[measure] ?? 0) + total;
  return { unit, totals, closed: rows.length > 0 && rows.every(({ closed }) => closed), ...together(rows) };
};

const openFiguresOf = (row: FiguresRow, period: PeriodId): OpenFigures => ({
  unit: row.unit.id,
  name: row.unit.name,
  level: row.unit.level,
  period,
  closed: row.closed,
  teams: row.teams,
  teamsReported: row.teamsReported,
  lastReceivedAt: instant(row.lastReceivedAt),
  totals: row.totals,
});

/** The targets that were set, with a period those of it and those for whole years around it; taken back ones are none. */
export const openTargets = async (
  { db }: Province,
  { unit }: Area,
  { period, limit, after = '' }: Paged & { period?: PeriodId | undefined },
): Promise<Page<OpenTarget>> => {
  const found: { id: string; row: OpenTarget }[] = [];
  // Some are taken back, and are read past.
  for (let from = after, more = true; more && found.length <= limit;) {
    const rows = await targetRows(db, unit, from, limit + 1);
    for (const { id, state, unit_id, name } of rows) {
      const { goal, period: of } = targetParts(id);
      const value = targetValue(JSON.parse(state) as EditableRecord);
      if (value !== undefined && (period === undefined || speaksOf(of, period)))
        found.push({ id, row: { unit: unit_id, name, goal, period: of, value } });
    }
    more = rows.length > limit;
    from = rows[rows.length - 1]?.id ?? from;
  }
  return cut(
    found,
    limit,
    ({ id }) => id,
    ({ row }) => row,
  );
};

const speaksOf = (said: string, period: PeriodId): boolean => {
  const month: boolean = isPeriod(said);
  if (month) return said === period;
  const [from = '', to = from] = said.split('-');
  const year = period.slice(0, 4);
  return from <= year && (to === '' || year <= to);
};

const targetRows = (db: ProvinceDatabase, { id, level }: Unit, after: string, limit: number) => {
  const all = db
    .selectFrom('record')
    .innerJoin('unit', 'unit.id', 'record.unit_id')
    .select(['record.id', 'record.state', 'record.unit_id', 'unit.name'])
    .where('record.type', '=', 'target')
    .where('record.id', '>', after)
    .orderBy('record.id')
    .limit(limit);
  if (level === 'province') return all.execute();
  return all.where(level === 'commune' ? 'record.commune_id' : 'record.unit_id', '=', id).execute();
};

/** How the report of each commune of an area stands in a period. */
export const openReports = async (
  province: Province,
  { unit }: Area,
  { period: asked, limit, after = '' }: Paged & { period?: PeriodId | undefined },
): Promise<Page<OpenReport>> => {
  const { kind, current } = await present(province);
  const period = asked ?? current;
  const communes = (await communesOf(province.db, unit)).filter(({ id, validFrom, validTo }) => {
    const { first, last } = spanOf(period, kind);
    return id > after && validFrom <= last && (validTo === null || validTo >= first);
  });
  const closed = await closuresOf(province.db, communes);
  const steps = await stepsOf(
    province.db,
    communes.map(({ id }) => id),
    period,
  );
  return cut(
    communes,
    limit,
    ({ id }) => id,
    ({ id, name }) => {
      const at = closed.get(`${id} ${period}`) ?? null;
      const own = steps.get(id) ?? [];
      return {
        unit: id,
        name,
        period,
        // Closed by a province from before its reports had steps.
        standing: at !== null && own.length === 0 ? 'closed' : standingOf(own).standing,
        closedAt: instant(at),
        amendments: own.filter(({ step }) => step === 'amended').length,
      };
    },
  );
};

/** The communes of an area, by code; of a village, the one it lies in. */
const communesOf = async (db: ProvinceDatabase, { id, level, parent }: Unit): Promise<Unit[]> => {
  const all = db.selectFrom('unit').selectAll().where('level', '=', 'commune').orderBy('id');
  const own = level === 'commune' ? id : (parent ?? '');
  const rows = await (level === 'province' ? all : all.where('id', '=', own)).execute();
  return rows.map(unitOfRow).sort((one, other) => (one.id < other.id ? -1 : 1));
};

const firstPeriod = async (db: ProvinceDatabase, units: readonly UnitId[]): Promise<PeriodId | undefined> => {
  if (units.length === 0) return undefined;
  const row = await db
    .selectFrom('rollup')
    .select(({ fn }) => fn.min('period').as('first'))
    .where('unit_id', 'in', units)
    .executeTakeFirst();
  return row?.first ?? undefined;
};

/** When each closed what, in seconds, by 'commune period'. */
const closuresOf = async (db: ProvinceDatabase, communes: readonly Unit[]): Promise<Map<string, number>> => {
  if (communes.length === 0) return new Map();
  const ids = communes.map(({ id }) => id);
  const rows = await db.selectFrom('period_closure').selectAll().where('commune_id', 'in', ids).execute();
  return new Map(rows.map(({ commune_id, period, closed_at }) => [`${commune_id} ${period}`, Number(closed_at)]));
};
