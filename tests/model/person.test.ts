import { expect, test } from 'vitest';
import { isOfficer, isRole, levelOfRole, maySaveEntries, mayChangeEntry, roles, type Role } from '#model/person.ts';
import { unitTypes } from '#model/unit.ts';
import { someone } from '../support/people.ts';

test.each<[Role, boolean]>([
  ['villageMember', true],
  ['villageLead', true],
  ['communeOfficer', false],
  ['provinceOfficer', false],
  ['administrator', false],
])('a %s logs outreach: %s; everybody else reads figures', (role, saves) => {
  expect(maySaveEntries(role)).toBe(saves);
  expect(isOfficer(role)).toBe(!saves);
});

test('no officer changes an entry, not even one they wrote while in the team', () => {
  for (const role of roles.filter(isOfficer))
    expect(mayChangeEntry(someone(role), { author: 5, unit: someone(role).unit })).toBe(false);
});

test('who left for another village does not change what they wrote in the old one', () => {
  const moved = someone('villageLead', { unit: '18124-03' });
  expect(mayChangeEntry(moved, { author: moved.id, unit: '18124-02' })).toBe(false);
});

test('every role is scoped to a level there is', () => {
  for (const role of roles) expect(Object.keys(unitTypes)).toContain(levelOfRole[role]);
  expect(isRole('villageLead')).toBe(true);
  expect(isRole('constructor')).toBe(false);
});
