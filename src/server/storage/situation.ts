import { createHash } from 'node:crypto';
import { isOfficer, maySaveEntries, type Person } from '#model/person.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { closuresOf } from './closures.ts';
import { formerUnitsOf, sinceWhen } from './memberships.ts';
import { readSettings } from './settings.ts';
import { unitAndAbove, unitOfRow } from './units.ts';

const teamOf = (db: ProvinceDatabase, person: Person) =>
  isOfficer(person.role)
    ? []
    : db.selectFrom('person').select(['id', 'name']).where('unit_id', '=', person.unit).orderBy('id').execute();

/** Said of those who have moved, and of nobody else. */
const formerlyOf = async (db: ProvinceDatabase, person: Person): Promise<Pick<Situation, 'since' | 'former'>> => {
  const villages = (await formerUnitsOf(db, person)).filter(({ role }) => maySaveEntries(role));
  if (villages.length === 0) return {};
  const former: NonNullable<Situation['former']> = [];
  for (const { unit, role, until, commune } of villages) {
    const row = await db.selectFrom('unit').selectAll().where('id', '=', unit).executeTakeFirstOrThrow();
    former.push({ unit: unitOfRow(row), role, until, closed: commune === null ? [] : await closuresOf(db, commune) });
  }
  return { since: await sinceWhen(db, person), former };
};

/** What this person's phone has to know besides records. `version` changes whenever anything else in it does. */
export const situationOf = async (db: ProvinceDatabase, person: Person): Promise<Situation> => {
  const units = await unitAndAbove(db, person.unit);
  const commune = units.find((unit) => unit.level === 'commune');
  const content: Omit<Situation, 'version'> = {
    person,
    units,
    team: await teamOf(db, person),
    settings: await readSettings(db),
    closed: commune ? await closuresOf(db, commune.id) : [],
    ...(await formerlyOf(db, person)),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12);
  return { version, ...content };
};
