import { createHash } from 'node:crypto';
import { isOfficer, type Person } from '#model/person.ts';
import { defaultSettings, type ProvinceSettings } from '#model/settings.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { unitAndAbove } from './units.ts';

const readSettings = async (db: ProvinceDatabase): Promise<ProvinceSettings> => {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'settings').executeTakeFirst();
  return row ? { ...defaultSettings, ...(JSON.parse(row.value) as Partial<ProvinceSettings>) } : defaultSettings;
};

const teamOf = (db: ProvinceDatabase, person: Person) =>
  isOfficer(person.role)
    ? []
    : db.selectFrom('person').select(['id', 'name']).where('unit_id', '=', person.unit).orderBy('id').execute();

const closedFor = async (db: ProvinceDatabase, commune: string | undefined) =>
  commune === undefined
    ? []
    : (
        await db
          .selectFrom('period_closure')
          .select(['period', 'closed_at'])
          .where('commune_id', '=', commune)
          .orderBy('period')
          .execute()
      ).map(({ period, closed_at }) => ({ period, closedAt: closed_at }));

/** What this person's phone has to know besides records. `version` changes whenever anything else in it does. */
export const situationOf = async (db: ProvinceDatabase, person: Person): Promise<Situation> => {
  const units = await unitAndAbove(db, person.unit);
  const content: Omit<Situation, 'version'> = {
    person,
    units,
    team: await teamOf(db, person),
    settings: await readSettings(db),
    closed: await closedFor(db, units.find((unit) => unit.level === 'commune')?.id),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12);
  return { version, ...content };
};
