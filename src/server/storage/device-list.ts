import { isOfficer, type PersonId } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { dayInVietnam } from '#model/day.ts';
import type { DeviceSeen, DevicesPage, PersonWithDevices } from '#protocol/devices.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { communesSummedUp } from './device-sums.ts';
import { existingIn } from './existing.ts';
import { personOf } from './people.ts';
import { unitInScope } from './scope.ts';
import { unitOfRow } from './units.ts';

/**
 * The people of a unit and what their devices last said of themselves (rule T2). Throws Refused with 'role-too-low' or
 * 'unit-out-of-scope'.
 */
export const devicesFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined },
): Promise<DevicesPage> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  const unit = await unitInScope(db, caller, asked.unit ?? caller.person.unit);
  const now = Math.floor(clock.now() / 1000);
  const units = unit.level === 'commune' ? await villagesOf(db, unit, clock.now()) : [];
  return {
    unit,
    asOf: now,
    units,
    people: await peopleWithDevices(
      db,
      (people) => people.where('person.unit_id', 'in', [unit.id, ...idsOf(units)]),
      now,
    ),
    communes: unit.level === 'province' ? await communesSummedUp(db, unit.id) : [],
  };
};

const idsOf = (units: readonly Unit[]) => units.map(({ id }) => id);

/** Also those that ended, as long as anybody belongs to them. */
const villagesOf = async (db: ProvinceDatabase, { id }: Unit, now: number): Promise<Unit[]> => {
  const today = dayInVietnam(now);
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('parent_id', '=', id)
    .where((unit) =>
      unit.or([
        existingIn({ first: today, last: today })(unit),
        unit('id', 'in', unit.selectFrom('person').select('unit_id')),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(unitOfRow);
};

const people = (db: ProvinceDatabase) =>
  db
    .selectFrom('person')
    .leftJoin('person as officer', 'officer.id', 'person.disabled_by')
    .select(['person.id', 'person.name', 'person.role', 'person.unit_id', 'person.disabled_at'])
    .select('officer.name as disabled_by_name');

type PeopleQuery = ReturnType<typeof people>;

/** People with all their devices, newest seen first, and invitations not used yet. `now` in seconds. */
export const peopleWithDevices = async (
  db: ProvinceDatabase,
  those: (query: PeopleQuery) => PeopleQuery,
  now: number,
): Promise<PersonWithDevices[]> => {
  const rows = await those(people(db)).orderBy('person.unit_id').orderBy('person.id').execute();
  const ids = rows.map(({ id }) => id);
  const devices = await devicesOf(db, ids);
  const invited = await openInvitationsOf(db, ids, now);
  return rows.map((row) => ({
    ...personOf(row),
    disabled: row.disabled_at === null ? null : { at: Number(row.disabled_at), by: row.disabled_by_name },
    devices: devices.get(row.id) ?? [],
    invited: invited.get(row.id) ?? null,
  }));
};

/** One person, as a page of devices would say them after a command. `now` in seconds. */
export const personNow = async (db: ProvinceDatabase, id: PersonId, now: number): Promise<PersonWithDevices> =>
  (await peopleWithDevices(db, (all) => all.where('person.id', '=', id), now))[0]!;

const openInvitationsOf = async (db: ProvinceDatabase, whose: readonly PersonId[], now: number) => {
  const open = new Map<PersonId, NonNullable<PersonWithDevices['invited']>>();
  if (whose.length === 0) return open;
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('person as officer', 'officer.id', 'invitation.created_by')
    .select(['invitation.person_id', 'invitation.created_at', 'invitation.expires_at', 'officer.name as by'])
    .where('invitation.person_id', 'in', whose)
    .where('invitation.used_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .orderBy('invitation.created_at')
    .execute();
  for (const { person_id, created_at, expires_at, by } of rows)
    open.set(person_id, { at: Number(created_at), by, expiresAt: Number(expires_at) });
  return open;
};

const devicesOf = async (db: ProvinceDatabase, owners: readonly PersonId[]): Promise<Map<PersonId, DeviceSeen[]>> => {
  const devices = new Map<PersonId, DeviceSeen[]>();
  if (owners.length === 0) return devices;
  const rows = await db
    .selectFrom('device')
    .leftJoin('person as officer', 'officer.id', 'device.revoked_by')
    .selectAll('device')
    .select('officer.name as revoked_by_name')
    .where('device.person_id', 'in', owners)
    .orderBy('device.last_seen_at', 'desc')
    .orderBy('device.number', 'desc')
    .execute();
  for (const row of rows) {
    const signedOut = row.revoked_by === row.person_id;
    const seen: DeviceSeen = {
      number: row.number,
      firstSeenAt: Number(row.created_at),
      lastSeenAt: Number(row.last_seen_at),
      waiting: row.reported_waiting,
      locked:
        row.revoked_at === null
          ? null
          : {
              at: Number(row.revoked_at),
              by: signedOut ? null : row.revoked_by_name,
              how: signedOut ? 'signed-out' : 'revoked',
            },
    };
    devices.set(row.person_id, [...(devices.get(row.person_id) ?? []), seen]);
  }
  return devices;
};
