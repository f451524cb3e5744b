import type { DeviceNumber } from '#model/operation.ts';
import { isOfficer } from '#model/person.ts';
import type { PersonWithDevices } from '#protocol/devices.ts';
import type { Caller, Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { personNow } from './device-list.ts';
import { deviceByNumber, restoreDevice, revokeDevice } from './devices.ts';
import { unitInScope } from './scope.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;

/** How an officer answers a device no longer, or again. Doing it twice is doing it once. */
export type DeviceAct = 'revoke' | 'restore';

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
  const at = Math.floor(clock.now() / 1000);
  return db.transaction().execute(async (tx) => {
    const found = await deviceByNumber(tx, device);
    if (!found) throw new Refused('not-found');
    const { person } = found.caller;
    await unitInScope(tx, officer, person.unit);
    if (device === officer.device) throw new Refused('not-yourself');
    if (act === 'revoke') await revokeDevice(tx, device, at, officer.person.id);
    else await restoreDevice(tx, device);
    if (found.revoked !== (act === 'revoke')) {
      const said = act === 'revoke' ? 'device.revoked' : 'device.restored';
      await noteAct(tx, officer, { act: said, unit: person.unit, subject: device }, at);
    }
    return personNow(tx, person.id, at);
  });
};
