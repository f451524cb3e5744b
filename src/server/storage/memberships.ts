import type { Day } from '#model/day.ts';
import type { Former } from '#model/membership.ts';
import type { Operation } from '#model/operation.ts';
import type { Person, PersonId, Role } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';

/** A unit that a person left, and where it lies. `commune` is null for the province itself. */
export type FormerUnit = Former & {
  path: string;
  commune: UnitId | null;
  validFrom: Day;
  validTo: Day | null;
};

/** Notes that a person belongs to a unit from that day on. */
export const beginMembership = async (
  tx: ProvinceDatabase,
  { id, unit, role }: Pick<Person, 'id' | 'unit' | 'role'>,
  since: Day,
): Promise<void> => {
  await tx.insertInto('membership').values({ person_id: id, unit_id: unit, role, since, until: null }).execute();
};

/**
 * Takes a person to another unit, or gives another role in the same one. `on` is the first day there and, where the unit
 * changes, the last in the former one, for which unsent work is still taken in. Whether it may be done is the caller's to
 * ask, and so is noting the act. Call it within a transaction.
 */
export const movePerson = async (
  tx: ProvinceDatabase,
  { person, unit, role }: { person: PersonId; unit: UnitId; role: Role },
  on: Day,
): Promise<void> => {
  await tx.updateTable('person').set({ unit_id: unit, role }).where('id', '=', person).execute();
  await tx
    .updateTable('membership')
    .set({ until: on })
    .where('person_id', '=', person)
    .where('until', 'is', null)
    .execute();
  await beginMembership(tx, { id: person, unit, role }, on);
};

/** Since when a person has been in the unit of now; null: always. */
export const sinceWhen = async (db: ProvinceDatabase, person: Pick<Person, 'id' | 'unit'>): Promise<Day | null> => {
  const rows = await db
    .selectFrom('membership')
    .select(['unit_id', 'since'])
    .where('person_id', '=', person.id)
    .orderBy('number', 'desc')
    .execute();
  const left = rows.findIndex(({ unit_id }) => unit_id !== person.unit);
  return rows[(left === -1 ? rows.length : left) - 1]?.since ?? null;
};

/** The units a person has left, each once, with the last day there and the role held then. */
export const formerUnitsOf = async (
  db: ProvinceDatabase,
  { id, unit }: Pick<Person, 'id' | 'unit'>,
): Promise<FormerUnit[]> => {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select(['membership.unit_id', 'membership.role', 'membership.until'])
    .select(['unit.path', 'unit.valid_from', 'unit.valid_to'])
    .where('membership.person_id', '=', id)
    .where('membership.unit_id', '<>', unit)
    .where('membership.until', 'is not', null)
    .orderBy('membership.number')
    .execute();
  const latest = new Map(rows.map((row) => [row.unit_id, row]));
  return [...latest.values()].map((row) => ({
    unit: row.unit_id,
    role: row.role as Role,
    until: row.until!,
    path: row.path,
    commune: row.path.split('/')[1] || null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
};

/** The same, where a batch speaks of a unit that is not the sender's: most never do, and nothing is asked. */
export const formerSpokenOf = async (
  tx: ProvinceDatabase,
  { person }: Pick<Caller, 'person'>,
  operations: readonly Operation[],
): Promise<FormerUnit[]> => (operations.some(({ unit }) => unit !== person.unit) ? formerUnitsOf(tx, person) : []);
