import type { PeriodId, PeriodSpan } from '#model/period.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { FiguresRow } from '#protocol/figures.ts';
import type { ProvinceDatabase } from '../province.ts';
import { existingIn } from './existing.ts';

export type Freshness = Omit<FiguresRow, 'unit' | 'totals' | 'closed'>;

const unheard: Freshness = {
  entries: 0,
  teamsReported: 0,
  teams: 0,
  lastReceivedAt: null,
  devicesSeenAt: null,
  devicesWaiting: 0,
};

/** How much of a period has come from each unit, all of one level, and how new it is. The cost follows the villages below. */
export const freshnessOf = async (
  db: ProvinceDatabase,
  level: 'commune' | 'village',
  units: readonly UnitId[],
  period: PeriodId,
  span: PeriodSpan,
): Promise<Map<UnitId, Freshness>> => {
  const known = new Map<UnitId, Freshness>();
  const note = (unit: UnitId | null, what: Partial<Freshness>) =>
    unit !== null && known.set(unit, { ...unheard, ...known.get(unit), ...what });
  for (const unit of units) note(unit, level === 'village' ? { teams: 1, lastWordAt: null } : {});
  if (level === 'commune')
    for (const { unit, teams } of await teamsBelow(db, units, span)) note(unit, { teams: Number(teams) });
  for (const { unit, entries, reported, last } of await activityOf(db, level, units, period))
    note(unit, { entries: Number(entries), teamsReported: Number(reported), lastReceivedAt: Number(last) });
  if (level === 'village')
    for (const { unit, last } of await lastWordsOf(db, units)) note(unit, { lastWordAt: Number(last) });
  for (const { unit, seen, waiting } of await devicesOf(db, level, units))
    note(unit, { devicesSeenAt: Number(seen), devicesWaiting: Number(waiting) });
  return known;
};

/** Of a unit, out of the units below it. */
export const together = (parts: readonly Freshness[]): Freshness =>
  parts.reduce(
    (sum, part) => ({
      entries: sum.entries + part.entries,
      teamsReported: sum.teamsReported + part.teamsReported,
      teams: sum.teams + part.teams,
      lastReceivedAt: later(sum.lastReceivedAt, part.lastReceivedAt),
      devicesSeenAt: later(sum.devicesSeenAt, part.devicesSeenAt),
      devicesWaiting: sum.devicesWaiting + part.devicesWaiting,
    }),
    unheard,
  );

const later = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const teamsBelow = (db: ProvinceDatabase, communes: readonly UnitId[], span: PeriodSpan) =>
  db
    .selectFrom('unit')
    .select(({ fn }) => ['parent_id as unit', fn.countAll().as('teams')])
    .where('level', '=', 'village' satisfies Unit['level'])
    .where('parent_id', 'in', communes)
    .where(existingIn(span))
    .groupBy('parent_id')
    .execute();

const activityOf = (db: ProvinceDatabase, level: 'commune' | 'village', units: readonly UnitId[], period: PeriodId) => {
  const unit = level === 'village' ? 'activity.unit_id' : 'activity.commune_id';
  return db
    .selectFrom('activity')
    .select(({ fn, eb }) => [
      `${unit} as unit`,
      fn.sum('entries').as('entries'),
      // A team whose only entries were withdrawn, or corrected into another period, has sent nothing for this one.
      fn.sum(eb.case().when('entries', '>', 0).then(1).else(0).end()).as('reported'),
      fn.max('last_received_at').as('last'),
    ])
    .where(unit, 'in', units)
    .where('period', '=', period)
    .groupBy(unit)
    .execute();
};

/** Which villages of these communes have sent something for a period that still counts. */
export const teamsReportedOf = async (
  db: ProvinceDatabase,
  communes: readonly UnitId[],
  period: PeriodId,
): Promise<Set<UnitId>> => {
  if (communes.length === 0) return new Set();
  const rows = await db
    .selectFrom('activity')
    .select('unit_id')
    .where('commune_id', 'in', communes)
    .where('period', '=', period)
    .where('entries', '>', 0)
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
};

const lastWordsOf = (db: ProvinceDatabase, villages: readonly UnitId[]) =>
  db
    .selectFrom('activity')
    .select(({ fn }) => ['unit_id as unit', fn.max('last_received_at').as('last')])
    .where('unit_id', 'in', villages)
    .groupBy('unit_id')
    .execute();

/** Devices that can still send, of people of the villages. */
const devicesOf = (db: ProvinceDatabase, level: 'commune' | 'village', units: readonly UnitId[]) => {
  const unit = level === 'village' ? 'unit.id' : 'unit.parent_id';
  return db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(({ fn }) => [
      `${unit} as unit`,
      fn.max('device.last_seen_at').as('seen'),
      fn.sum('device.reported_waiting').as('waiting'),
    ])
    .where(unit, 'in', units)
    .where('unit.level', '=', 'village')
    .where('device.revoked_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .groupBy(unit)
    .execute();
};
