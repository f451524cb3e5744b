import { dayInVietnam } from '#model/day.ts';
import { levelOfRole, mayManage, tidyName, type Person, type PersonId, type Role } from '#model/person.ts';
import { existsOn, type Unit, type UnitId } from '#model/unit.ts';
import type { PersonWithDevices } from '#protocol/devices.ts';
import type { ChangeCommand, InviteCommand, MadeInvitation } from '#protocol/people.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { personNow } from './device-list.ts';
import { invitationDays, invite, withdrawInvitations } from './invitations.ts';
import { movePerson } from './memberships.ts';
import { addPerson, disablePerson, enablePerson, personById } from './people.ts';
import { unitInScope } from './scope.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;

/**
 * Administrators see to each other, and one is always left: who acts on one waits for the others who do, and has to be one
 * still when the turn comes.
 */
const inTurn = async (tx: ProvinceDatabase, { person }: Officer, concerned: readonly Role[]): Promise<void> => {
  if (!concerned.includes('administrator')) return;
  await tx.updateTable('person').set('role', 'administrator').where('role', '=', 'administrator').execute();
  const officer = await personById(tx, person.id);
  if (officer?.role !== 'administrator' || officer.disabled) throw new Refused('role-too-low');
};

/** Somebody an officer may see to: below, in the own subtree, and not the officer. */
export const managed = async (
  tx: ProvinceDatabase,
  officer: Officer,
  id: PersonId,
): Promise<Person & { disabled: boolean }> => {
  if (!mayManage(officer.person.role, 'villageMember')) throw new Refused('role-too-low');
  const person = await personById(tx, id);
  if (!person) throw new Refused('not-found');
  await unitInScope(tx, officer, person.unit);
  if (id === officer.person.id) throw new Refused('not-yourself');
  if (!mayManage(officer.person.role, person.role)) throw new Refused('role-too-low');
  await inTurn(tx, officer, [person.role]);
  return person;
};

/** A unit where an officer may put somebody in that role, today. */
const unitFor = async (
  tx: ProvinceDatabase,
  officer: Officer,
  { unit: id, role }: { unit: UnitId; role: Role },
  now: number,
): Promise<Unit> => {
  if (!mayManage(officer.person.role, role)) throw new Refused('role-too-low');
  const unit = await unitInScope(tx, officer, id);
  if (unit.level !== levelOfRole[role]) throw new Refused('unit-not-for-role');
  if (!existsOn(unit, dayInVietnam(now))) throw new Refused('unit-ended');
  return unit;
};

const nameIn = (text: string): string => {
  const name = tidyName(text);
  if (name === undefined) throw new Refused('name-unusable');
  return name;
};

/**
 * Invites somebody new, or somebody who is there on a further phone. The code is told once and kept as a hash. Throws Refused
 * with 'role-too-low', 'unit-out-of-scope', 'unit-not-for-role', 'unit-ended', 'name-unusable', 'not-found', 'not-yourself'
 * or 'person-disabled'.
 */
export const invitePerson = async (
  { db, clock }: Province,
  officer: Officer,
  command: InviteCommand,
): Promise<MadeInvitation> => {
  const now = clock.now();
  const at = Math.floor(now / 1000);
  return db.transaction().execute(async (tx) => {
    const person =
      'person' in command ? await managed(tx, officer, command.person) : await newcomer(tx, officer, command, now);
    if ('disabled' in person && person.disabled) throw new Refused('person-disabled');
    const code = await invite(tx, person.id, at, officer.person.id);
    const { id: subject, unit, role } = person;
    await noteAct(tx, officer, { act: 'person.invited', unit, subject, params: { role } }, at);
    return { person: await personNow(tx, person.id, at), code, expiresAt: at + invitationDays * 24 * 60 * 60 };
  });
};

const newcomer = async (
  tx: ProvinceDatabase,
  officer: Officer,
  { name, role, unit }: Extract<InviteCommand, { name: string }>,
  now: number,
): Promise<Person> => {
  if (!mayManage(officer.person.role, 'villageMember')) throw new Refused('role-too-low');
  await unitFor(tx, officer, { unit, role }, now);
  await inTurn(tx, officer, [role]);
  return addPerson(tx, { name: nameIn(name), role, unit }, Math.floor(now / 1000));
};

/** Makes every unused invitation of a person worthless. Doing it twice is doing it once. Refusals as for an invitation. */
export const withdrawInvitation = async (
  { db, clock }: Province,
  officer: Officer,
  id: PersonId,
): Promise<PersonWithDevices> => {
  const at = Math.floor(clock.now() / 1000);
  return db.transaction().execute(async (tx) => {
    const { unit } = await managed(tx, officer, id);
    if (await withdrawInvitations(tx, id, at))
      await noteAct(tx, officer, { act: 'invitation.withdrawn', unit, subject: id }, at);
    return personNow(tx, id, at);
  });
};

/**
 * Gives a person another name, role or unit; what is not named stays, and saying what is already so changes nothing. Into
 * another unit they move today (rule T4). Refusals as for an invitation.
 */
export const changePerson = async (
  { db, clock }: Province,
  officer: Officer,
  command: ChangeCommand,
): Promise<PersonWithDevices> => {
  const now = clock.now();
  const at = Math.floor(now / 1000);
  return db.transaction().execute(async (tx) => {
    const before = await managed(tx, officer, command.person);
    const renamed = command.name !== undefined && command.name !== before.name;
    const name = renamed ? nameIn(command.name!) : before.name;
    const { role, unit } = {
      ...before,
      ...(command.role && { role: command.role }),
      ...(command.unit && { unit: command.unit }),
    };
    if (role !== before.role || unit !== before.unit) {
      await unitFor(tx, officer, { unit, role }, now);
      await inTurn(tx, officer, [role]);
      await movePerson(tx, { person: before.id, unit, role }, dayInVietnam(now));
    }
    if (name !== before.name) await tx.updateTable('person').set({ name }).where('id', '=', before.id).execute();
    await noteChange(tx, officer, before, { ...before, name, role, unit }, at);
    return personNow(tx, before.id, at);
  });
};

/** A move is told to those who are left and to those who are joined. */
const noteChange = async (tx: ProvinceDatabase, officer: Officer, before: Person, after: Person, at: number) => {
  const subject = before.id;
  if (after.unit !== before.unit) {
    const params = { from: before.unit, to: after.unit, role: after.role };
    await noteAct(tx, officer, { act: 'person.moved', unit: after.unit, subject, params }, at);
    if (communeOf(after.unit) !== communeOf(before.unit))
      await noteAct(tx, officer, { act: 'person.moved', unit: before.unit, subject, params }, at);
  } else if (after.role !== before.role || after.name !== before.name) {
    const params = {
      ...(after.role !== before.role && { role: after.role }),
      ...(after.name !== before.name && { renamed: 1 }),
    };
    await noteAct(tx, officer, { act: 'person.changed', unit: after.unit, subject, params }, at);
  }
};

/** A village's code begins with its commune's. */
const communeOf = (unit: UnitId): UnitId => unit.split('-')[0]!;

/** How an officer answers a person no longer, or again. Doing it twice is doing it once. */
export type PersonAct = 'disable' | 'enable';

/** Answers nothing to any of a person's devices, or all of them again (rule T2). Refusals as for an invitation. */
export const actOnPerson = async (
  { db, clock }: Province,
  officer: Officer,
  act: PersonAct,
  id: PersonId,
): Promise<PersonWithDevices> => {
  const at = Math.floor(clock.now() / 1000);
  return db.transaction().execute(async (tx) => {
    const { unit, disabled } = await managed(tx, officer, id);
    if (act === 'disable') await disablePerson(tx, id, at, officer.person.id);
    else await enablePerson(tx, id);
    if (disabled !== (act === 'disable'))
      await noteAct(
        tx,
        officer,
        { act: act === 'disable' ? 'person.disabled' : 'person.enabled', unit, subject: id },
        at,
      );
    return personNow(tx, id, at);
  });
};
