import type { UnitId, UnitLevel } from '#model/unit.ts';

export type PersonId = number;

export const roles = ['villageMember', 'villageLead', 'communeOfficer', 'provinceOfficer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** A member of a work team. Nothing but what the work needs: no phone number, no address. */
export type Person = { id: PersonId; name: string; role: Role; unit: UnitId };

/** The level of the unit a role is scoped to. A person's rights end where that unit ends. */
export const levelOfRole: Record<Role, UnitLevel> = {
  villageMember: 'village',
  villageLead: 'village',
  communeOfficer: 'commune',
  provinceOfficer: 'province',
  administrator: 'province',
};

/** Who logs outreach: the village's own team. Officers read figures; they do not add to them. */
export const maySaveEntries = (role: Role): boolean => levelOfRole[role] === 'village';

/** A lead may correct and withdraw what a member of the same team wrote; everybody may correct their own. */
export const mayChangeEntry = (person: Person, entry: { author: PersonId; unit: UnitId }): boolean =>
  maySaveEntries(person.role) &&
  person.unit === entry.unit &&
  (person.id === entry.author || person.role === 'villageLead');

const rank: Record<Role, number> = {
  villageMember: 0,
  villageLead: 0,
  communeOfficer: 1,
  provinceOfficer: 2,
  administrator: 3,
};

/**
 * Who invites, moves, renames and stops whom, within the own subtree: those below, never one's own level. An administrator
 * sees to everybody.
 */
export const mayManage = (officer: Role, role: Role): boolean =>
  officer === 'administrator' || rank[officer] > rank[role];

const longestName = 100;

/** A name as it is kept, or undefined for one that is empty, too long, or holds what no name has. */
export const tidyName = (text: string): string | undefined => {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > longestName || /[\p{C}]|\p{Nd}(?:[\s.\-–]?\p{Nd}){5,}/u.test(name)) return undefined;
  return name;
};

export const isOfficer = (role: Role): boolean => !maySaveEntries(role);
