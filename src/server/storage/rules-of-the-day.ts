import { dayInVietnam, type Day } from '#model/day.ts';
import type { Circumstances } from '#model/entry-rules.ts';
import { asTheyWere } from '#model/membership.ts';
import type { Operation } from '#model/operation.ts';
import type { PeriodKind } from '#model/period.ts';
import type { Person } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { closuresOf } from './closures.ts';
import type { FormerUnit } from './memberships.ts';
import { readSettings } from './settings.ts';

/** Who an operation is judged as, and against what; no circumstances outside any commune, where nothing is logged. */
export type Standing = { person: Person; commune: UnitId | null; circumstances: Circumstances | undefined };

/**
 * What a person's entries are held against now: the own unit, and for work done in a unit they left, that one as long as
 * they belonged to it. `now` is the province's clock, in milliseconds: the phone's never decides (rule M3).
 */
export const rulesFor = async (
  db: ProvinceDatabase,
  { person, commune }: Pick<Caller, 'person' | 'commune'>,
  former: readonly FormerUnit[],
  now: number,
): Promise<{ periodKind: PeriodKind; standingFor: (operation: Operation) => Standing }> => {
  const { periodKind } = await readSettings(db);
  const today = dayInVietnam(now);
  const circumstancesIn = async (of: UnitId, unit: Circumstances['unit'], until?: Day): Promise<Circumstances> => {
    const closed = await closuresOf(db, of);
    return {
      today,
      unit,
      periodKind,
      closedPeriods: closed.map(({ period }) => period),
      ...(until !== undefined && { until }),
    };
  };

  const own: Standing = {
    person,
    commune,
    circumstances: commune === null ? undefined : await circumstancesIn(commune, await lifeOf(db, person.unit)),
  };
  const left = new Map<UnitId, FormerUnit & { circumstances: Circumstances }>();
  for (const one of former)
    if (one.commune !== null)
      left.set(one.unit, { ...one, circumstances: await circumstancesIn(one.commune, one, one.until) });

  return {
    periodKind,
    standingFor(operation) {
      const before = left.get(operation.unit);
      if (!before) return own;
      const { commune: there, circumstances } = before;
      return { person: asTheyWere(person, before, writtenOn(operation, now)), commune: there, circumstances };
    },
  };
};

/** The day on which something was written, as its phone says; never later than now, whatever that says. */
export const writtenOn = ({ at }: Pick<Operation, 'at'>, now: number): Day =>
  dayInVietnam(Math.max(0, Math.min(at * 1000, now)));

const lifeOf = async (db: ProvinceDatabase, id: UnitId): Promise<Pick<Unit, 'validFrom' | 'validTo'>> => {
  const unit = await db
    .selectFrom('unit')
    .select(['valid_from', 'valid_to'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { validFrom: unit.valid_from, validTo: unit.valid_to };
};
