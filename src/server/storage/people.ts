import { dayInVietnam } from '#model/day.ts';
import type { Person, PersonId } from '#model/person.ts';
import type { ProvinceDatabase } from '../province.ts';
import { beginMembership } from './memberships.ts';

const columns = ['id', 'name', 'role', 'unit_id', 'disabled_at'] as const;
export const personOf = (row: { id: PersonId; name: string; role: string; unit_id: string }): Person => ({
  id: row.id,
  name: row.name,
  role: row.role as Person['role'],
  unit: row.unit_id,
});

/** A person, and where they belong from that day on; in the caller's transaction if there is one. `at` in seconds. */
export const addPerson = async (db: ProvinceDatabase, person: Omit<Person, 'id'>, at: number): Promise<Person> => {
  const add = async (tx: ProvinceDatabase) => {
    const { id } = await tx
      .insertInto('person')
      .values({ name: person.name, role: person.role, unit_id: person.unit, created_at: at, disabled_at: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    await beginMembership(tx, { id, ...person }, dayInVietnam(at * 1000));
    return { id, ...person };
  };
  return db.isTransaction ? add(db) : db.transaction().execute(add);
};

export const personById = async (
  db: ProvinceDatabase,
  id: PersonId,
): Promise<(Person & { disabled: boolean }) | undefined> => {
  const row = await db.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst();
  return row && { ...personOf(row), disabled: row.disabled_at !== null };
};

/** Everybody, with the numbers of the devices that can still reach us. */
export const listPeople = async (
  db: ProvinceDatabase,
): Promise<(Person & { disabled: boolean; devices: number[] })[]> => {
  const people = await db.selectFrom('person').select(columns).orderBy('unit_id').orderBy('id').execute();
  const devices = await db
    .selectFrom('device')
    .select(['number', 'person_id'])
    .where('revoked_at', 'is', null)
    .orderBy('number')
    .execute();
  const devicesOf = new Map<PersonId, number[]>();
  for (const { number, person_id } of devices) devicesOf.set(person_id, [...(devicesOf.get(person_id) ?? []), number]);
  return people.map((row) => ({
    ...personOf(row),
    disabled: row.disabled_at !== null,
    devices: devicesOf.get(row.id) ?? [],
  }));
};

/** Their devices are answered no more. False when there is nobody of that number, or already disabled. */
export const disablePerson = async (
  db: ProvinceDatabase,
  id: PersonId,
  at: number,
  by: PersonId | null = null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ disabled_at: at, disabled_by: by })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Their devices are answered again. */
export const enablePerson = async (db: ProvinceDatabase, id: PersonId): Promise<void> => {
  await db.updateTable('person').set({ disabled_at: null, disabled_by: null }).where('id', '=', id).execute();
};
