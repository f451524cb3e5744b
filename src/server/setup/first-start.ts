import type { Person, Role } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { invite } from '../storage/invitations.ts';
import { addPerson } from '../storage/people.ts';
import { addUnits } from '../storage/units.ts';
import { demoPeople } from './demo-people.ts';
import { demoVillages } from './demo-villages.ts';
import { officialUnits } from './official-units.ts';

export type Invited = { person: Person; units: Unit[]; code: string };

export type FirstStart =
  | { kind: 'set-up'; province: Unit; communes: number; invited: Invited[] }
  | { kind: 'province-unknown'; known: Unit[] }
  /** By another node that started at the same time. */
  | { kind: 'set-up-meanwhile' };

/** Handed out when a demonstration starts; the lead is invited by whoever wants to see a lead's view. */
const invitedRoles: Role[] = ['villageMember', 'communeOfficer', 'provinceOfficer', 'administrator'];

const administrator = (province: Unit): Omit<Person, 'id'> => ({
  name: 'Quản trị',
  role: 'administrator',
  unit: province.id,
});

/** True for the first; whoever comes at the same time waits for it to end. Nothing is decided in the settings yet. */
const comesFirst = async (on: ProvinceDatabase): Promise<boolean> => {
  const written = await on
    .insertInto('setting')
    .values({ key: 'settings', value: '{}' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return written !== undefined;
};

/**
 * Sets an empty database up as one province: the province, its communes and, for a demonstration, villages and people; else
 * one administrator. All in one transaction: a crash half-way leaves an empty database. `at` in seconds.
 */
export const firstStart = async (
  db: ProvinceDatabase,
  { code, demo, at }: { code: UnitId; demo: boolean; at: number },
): Promise<FirstStart> => {
  const all = await officialUnits();
  const province = all.find((unit) => unit.level === 'province' && unit.id === code);
  if (!province) return { kind: 'province-unknown', known: all.filter((unit) => unit.level === 'province') };
  const communes = all.filter((unit) => unit.parent === code);
  const villages = demo ? communes.flatMap(demoVillages) : [];
  const units = [province, ...communes, ...villages];

  return db.transaction().execute(async (on) => {
    if (!(await comesFirst(on))) return { kind: 'set-up-meanwhile' };
    await addUnits(on, units);
    const invited: Invited[] = [];
    for (const someone of demo ? demoPeople(province, communes, villages) : [administrator(province)]) {
      const person = await addPerson(on, someone, at);
      if (!invitedRoles.includes(person.role)) continue;
      const own = units.find(({ id }) => id === person.unit)!;
      const above = units.filter(({ id }) => id === own.parent || (own.level === 'village' && id === province.id));
      invited.push({ person, units: [own, ...above.reverse()], code: await invite(on, person.id, at) });
    }
    return { kind: 'set-up', province, communes: communes.length, invited };
  });
};
