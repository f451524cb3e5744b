import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { Act } from '#protocol/audit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';

/** Who acts: a caller, or nobody (`null`) at the terminal and in what the province does by itself. */
export type Actor = { person: { id: PersonId }; device: Caller['device'] } | null;

export type Noted = {
  act: Act;
  /** Whose matter it is: decides which officers read it. */
  unit: UnitId;
  /** What it was done to: a person's number, a device's, a period, a token's name. */
  subject?: string | number;
  /** Small facts to tell it by. Nothing that people wrote, no secret, no citizen. */
  params?: Record<string, string | number>;
};

/**
 * Notes an act, in the transaction that does it: neither stands without the other. `at` in seconds. Rows are never changed;
 * the database refuses it.
 */
export const noteAct = async (
  tx: ProvinceDatabase,
  actor: Actor,
  { act, unit, subject, params = {} }: Noted,
  at: number,
): Promise<void> => {
  const row = await tx.selectFrom('unit').select('path').where('id', '=', unit).executeTakeFirst();
  const [province = unit, commune] = (row?.path ?? '').split('/').filter(Boolean);
  await tx
    .insertInto('audit')
    .values({
      at,
      person_id: actor?.person.id ?? null,
      device: actor?.device ?? null,
      act,
      unit_id: unit,
      commune_id: commune ?? province,
      subject: subject === undefined ? null : String(subject),
      params: JSON.stringify(params),
    })
    .execute();
};

/**
 * Notes that somebody read what others wrote: once an hour for the same thing, so that a page that is looked at again and
 * again fills no log. `at` in seconds.
 */
export const noteReading = async (
  db: ProvinceDatabase,
  actor: Exclude<Actor, null>,
  noted: Noted,
  at: number,
): Promise<void> => {
  const subject = noted.subject === undefined ? null : String(noted.subject);
  const noticed = await db
    .selectFrom('audit')
    .select('number')
    .where('unit_id', '=', noted.unit)
    .where('act', '=', noted.act)
    .where('person_id', '=', actor.person.id)
    .where('subject', subject === null ? 'is' : '=', subject)
    .where('at', '>=', at - (at % 3600))
    .limit(1)
    .executeTakeFirst();
  if (!noticed) await noteAct(db, actor, noted, at);
};
