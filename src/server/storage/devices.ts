import type { DeviceNumber } from '#model/operation.ts';
import type { Person, PersonId } from '#model/person.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { numbersAbove } from './auto-number.ts';
import { hashOf } from './secrets.ts';

/** Found by the hash, so that no comparison of secrets takes a time that tells something. */
export const deviceByToken = async (
  db: ProvinceDatabase,
  token: string,
): Promise<{ caller: Caller; revoked: boolean; disabled: boolean } | undefined> => {
  const row = await db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(['device.number', 'device.revoked_at', 'person.id', 'person.name', 'person.role', 'person.disabled_at'])
    .select(['unit.id as unit', 'unit.path'])
    .where('device.token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const [province = row.unit, commune = null] = row.path.split('/').filter(Boolean);
  return {
    revoked: row.revoked_at !== null,
    disabled: row.disabled_at !== null,
    caller: {
      person: { id: row.id, name: row.name, role: row.role as Person['role'], unit: row.unit },
      device: row.number,
      path: row.path,
      province,
      commune,
    },
  };
};

/** `at` in seconds. Without `number` the next one is given, and never one that was given before. */
export const addDevice = async (
  db: ProvinceDatabase,
  person: PersonId,
  token: string,
  at: number,
  number?: DeviceNumber,
): Promise<DeviceNumber> => {
  if (number !== undefined) await numbersAbove(db, 'device', 'number', number);
  const added = await db
    .insertInto('device')
    .values({
      ...(number !== undefined && { number }),
      person_id: person,
      token_hash: hashOf(token),
      created_at: at,
      last_seen_at: at,
      reported_waiting: 0,
      highest_seq: 0,
      revoked_at: null,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return added.number;
};

export const highestDevice = async (db: ProvinceDatabase): Promise<DeviceNumber> => {
  const { highest } = await db
    .selectFrom('device')
    .select(({ fn }) => fn.max('number').as('highest'))
    .executeTakeFirstOrThrow();
  return highest ?? 0;
};

/** The device goes on under its number with a new token; its old one is worth nothing from now on. */
export const renewDevice = async (
  db: ProvinceDatabase,
  device: DeviceNumber,
  token: string,
  at: number,
): Promise<void> => {
  await db
    .updateTable('device')
    .set({ token_hash: hashOf(token), last_seen_at: at, revoked_at: null })
    .where('number', '=', device)
    .execute();
};

/** False when there is no such device, or it was revoked before. */
export const revokeDevice = async (db: ProvinceDatabase, device: DeviceNumber, at: number): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ revoked_at: at })
    .where('number', '=', device)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
