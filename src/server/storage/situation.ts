import { createHash } from 'node:crypto';
import { isOfficer, type Person } from '#model/person.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { closuresOf } from './closures.ts';
import { readSettings } from './settings.ts';
import { unitAndAbove } from './units.ts';

const teamOf = (db: ProvinceDatabase, person: Person) =>
  isOfficer(person.role)
    ? []
    : db.selectFrom('person').select(['id', 'name']).where('unit_id', '=', person.unit).orderBy('id').execute();

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
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12);
  return { version, ...content };
};
