import type { DeviceNumber, Seq } from '#model/operation.ts';
import type { Person, PersonId } from '#model/person.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { numbersAbove } from './auto-number.ts';
import { hashOf } from './secrets.ts';

/** A device and whose it is. */
export type OwnedDevice = { caller: Caller; revoked: boolean; disabled: boolean; signingKey: string | null };

const devicesWithOwners = (db: ProvinceDatabase) =>
  db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(['device.number', 'device.revoked_at', 'device.signing_key'])
    .select(['person.id', 'person.name', 'person.role', 'person.disabled_at'])
    .select(['unit.id as unit', 'unit.path']);

type Row = Awaited<ReturnType<ReturnType<typeof devicesWithOwners>['executeTakeFirstOrThrow']>>;

const ownedDevice = (row: Row): OwnedDevice => {
  const [province = row.unit, commune = null] = row.path.split('/').filter(Boolean);
  return {
    revoked: row.revoked_at !== null,
    disabled: row.disabled_at !== null,
    signingKey: row.signing_key,
    caller: {
      person: { id: row.id, name: row.name, role: row.role as Person['role'], unit: row.unit },
      device: row.number,
      path: row.path,
      province,
      commune,
    },
  };
};

/** Found by the hash, so that no comparison of secrets takes a time that tells something. */
export const deviceByToken = async (db: ProvinceDatabase, token: string): Promise<OwnedDevice | undefined> => {
  const row = await devicesWithOwners(db).where('device.token_hash', '=', hashOf(token)).executeTakeFirst();
  return row && ownedDevice(row);
};

export const deviceByNumber = async (db: ProvinceDatabase, number: DeviceNumber): Promise<OwnedDevice | undefined> => {
  const row = await devicesWithOwners(db).where('device.number', '=', number).executeTakeFirst();
  return row && ownedDevice(row);
};

/** Several at once, by their numbers. */
export const devicesByNumber = async (
  db: ProvinceDatabase,
  numbers: readonly DeviceNumber[],
): Promise<Map<DeviceNumber, OwnedDevice>> => {
  if (numbers.length === 0) return new Map();
  const rows = await devicesWithOwners(db).where('device.number', 'in', numbers).execute();
  return new Map(rows.map((row) => [row.number, ownedDevice(row)]));
};

/** Holds the device's row until the transaction ends, so that what it sent is settled or held one at a time. Returns its highest seq. */
export const lockDevice = async (tx: ProvinceDatabase, number: DeviceNumber): Promise<Seq | undefined> => {
  const row = await tx
    .updateTable('device')
    .set(({ ref }) => ({ highest_seq: ref('highest_seq') }))
    .where('number', '=', number)
    .returning('highest_seq')
    .executeTakeFirst();
  return row?.highest_seq;
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
    .set({ token_hash: hashOf(token), last_seen_at: at, revoked_at: null, revoked_by: null })
    .where('number', '=', device)
    .execute();
};

/**
 * False when there is no such device, or it was revoked before. `by`: the officer, or its own person who signs out; null
 * at the terminal.
 */
export const revokeDevice = async (
  db: ProvinceDatabase,
  device: DeviceNumber,
  at: number,
  by: PersonId | null = null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ revoked_at: at, revoked_by: by })
    .where('number', '=', device)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** A locked device is answered again, under the token it has. One that its person signed out stays so: its token is gone. */
export const restoreDevice = async (db: ProvinceDatabase, device: DeviceNumber): Promise<void> => {
  await db
    .updateTable('device')
    .set({ revoked_at: null, revoked_by: null })
    .where('number', '=', device)
    .where(({ or, eb, ref }) => or([eb('revoked_by', 'is', null), eb('revoked_by', '<>', ref('person_id'))]))
    .execute();
};
