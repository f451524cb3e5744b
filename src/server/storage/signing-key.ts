import type { DeviceNumber } from '#model/operation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';

/** Whoever signs in with an invitation says which key is the phone's from now on; an app of before says none. */
export const setSigningKey = async (
  db: ProvinceDatabase,
  device: DeviceNumber,
  key: string | undefined,
): Promise<void> => {
  if (key !== undefined)
    await db.updateTable('device').set({ signing_key: key }).where('number', '=', device).execute();
};

/** Takes the key of a device that has none. Throws Refused with 'key-taken' when it has another. */
export const registerSigningKey = async (db: ProvinceDatabase, device: DeviceNumber, key: string): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ signing_key: key })
    .where('number', '=', device)
    .where(({ or, eb }) => or([eb('signing_key', 'is', null), eb('signing_key', '=', key)]))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Refused('key-taken');
};
