import { dayInVietnam, isDay } from '#model/day.ts';
import { isPeriod, periodOf, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import type { RecordId } from '#model/operation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { existsOn } from '#model/unit.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { predecessorsOf } from './lineage.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';
import { unitOfRow } from './units.ts';

type Asked = { type: string; unit?: UnitId | undefined; period?: PeriodId | undefined };

/**
 * Records of one type of a unit and all below it, as a RecordsPage written in JSON: what is kept as text goes out as text,
 * for a province has tens of thousands. With a period, those whose name speaks of it and those whose name speaks of no
 * month. Throws Refused with 'role-too-low', 'query-unreadable' or 'unit-out-of-scope'.
 */
export const recordsFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  { type, unit, period }: Asked,
): Promise<string> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  if (!/^[a-z][a-z-]{0,39}$/.test(type)) throw new Refused('query-unreadable');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const area = await unitInScope(tx, caller, unit ?? caller.person.unit);
      const now = clock.now();
      const { periodKind } = await readSettings(tx);
      const before = (await predecessorsOf(tx, [area.id])).map((one) => one.id);
      const rows = await recordsIn(
        tx,
        area,
        before,
        type,
        period === undefined ? undefined : monthsOf(period, periodKind),
      );
      const shown = period === undefined ? rows : rows.filter(({ id }) => isAbout(id, period, periodKind));
      const units = await unitsIn(tx, area, new Set(shown.map(({ unit_id }) => unit_id)), now);
      const states = shown.map(({ state }) => state).join(',');
      return `{"at":${Math.floor(now / 1000)},"records":[${states}],"units":${JSON.stringify(units)}}`;
    });
};

/** `before`: the units that became this one; what they left open is its own now (rule S4). */
const recordsIn = (
  tx: ProvinceDatabase,
  { id, level }: Unit,
  before: readonly UnitId[],
  type: string,
  months: string[] | undefined,
) => {
  let rows = tx.selectFrom('record').select(['id', 'unit_id', 'state']).where('type', '=', type);
  if (level === 'commune') rows = rows.where('commune_id', 'in', [id, ...before]);
  if (level === 'village') rows = rows.where('unit_id', 'in', [id, ...before]);
  // Fewer rows to look at: names of these months, and names of no month. '2025-2030' is none.
  if (months)
    rows = rows.where(({ or, eb, not }) =>
      or([
        ...months.map((month) => eb('id', 'like', `%:${month}%`)),
        not(eb('id', 'like', '%:20__-__%')),
        eb('id', 'like', '%:20__-20%'),
      ]),
    );
  return rows.orderBy('id').execute();
};

const monthsOf = (period: PeriodId, kind: PeriodKind): string[] => {
  const { first, last } = spanOf(period, kind);
  return [...new Set([period, first.slice(0, 7), last.slice(0, 7)])];
};

const isAbout = (id: RecordId, period: PeriodId, kind: PeriodKind): boolean => {
  const said = id.split(':').flatMap((part) => (isPeriod(part) ? [part] : isDay(part) ? [periodOf(part, kind)] : []));
  return said.length === 0 || said.includes(period);
};

/** The unit and those below it that exist today, and those that are gone but whose records are shown. */
const unitsIn = async (
  tx: ProvinceDatabase,
  { id, level }: Unit,
  shown: ReadonlySet<UnitId>,
  now: number,
): Promise<Unit[]> => {
  const all = tx.selectFrom('unit').selectAll().orderBy('id');
  const rows = await (
    level === 'province'
      ? all
      : all.where(({ or, eb }) =>
          or([
            eb('id', '=', id),
            eb('parent_id', '=', id),
            ...(shown.size > 0 && shown.size < 5000 ? [eb('id', 'in', [...shown])] : []),
          ]),
        )
  ).execute();
  const today = dayInVietnam(now);
  return rows.map(unitOfRow).filter((one) => existsOn(one, today) || shown.has(one.id));
};
