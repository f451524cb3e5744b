import type { DeviceNumber } from '#model/operation.ts';
import { isOfficer, type PersonId } from '#model/person.ts';
import type { PersonWithDevices } from '#protocol/devices.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { peopleWithDevices } from './device-list.ts';
import { deviceByNumber, restoreDevice, revokeDevice } from './devices.ts';
import { disablePerson, enablePerson, personById } from './people.ts';
import { unitInScope } from './scope.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;

/** How an officer answers a device or a person no longer, or again. Doing it twice is doing it once. */
export type DeviceAct = 'revoke' | 'restore';
export type PersonAct = 'disable' | 'enable';

/**
 * Locks one device, or answers it again under the token it has (rule T2). Throws Refused with 'role-too-low', 'not-found',
 * 'unit-out-of-scope', or 'not-yourself' for the device that asks.
 */
export const actOnDevice = async (
  { db, clock }: Province,
  officer: Officer,
  act: DeviceAct,
  device: DeviceNumber,
): Promise<PersonWithDevices> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const found = await deviceByNumber(db, device);
  if (!found) throw new Refused('not-found');
  await unitInScope(db, officer, found.caller.person.unit);
  if (device === officer.device) throw new Refused('not-yourself');
  if (act === 'revoke') await revokeDevice(db, device, Math.floor(clock.now() / 1000), officer.person.id);
  else await restoreDevice(db, device);
  return personNow(db, found.caller.person.id);
};

/** Answers nothing to any of a person's devices, or all of them again (rule T2). Refusals as for a device. */
export const actOnPerson = async (
  { db, clock }: Province,
  officer: Officer,
  act: PersonAct,
  person: PersonId,
): Promise<PersonWithDevices> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const found = await personById(db, person);
  if (!found) throw new Refused('not-found');
  await unitInScope(db, officer, found.unit);
  if (person === officer.person.id) throw new Refused('not-yourself');
  if (act === 'disable') await disablePerson(db, person, Math.floor(clock.now() / 1000), officer.person.id);
  else await enablePerson(db, person);
  return personNow(db, person);
};

const personNow = async (db: ProvinceDatabase, id: PersonId): Promise<PersonWithDevices> =>
  (await peopleWithDevices(db, (people) => people.where('person.id', '=', id)))[0]!;
