import { sql, type Kysely } from 'kysely';
import type { AutoNumber } from '../storage/auto-number.ts';

/** Where everybody belonged, and since when; who made an invitation, and whether it was taken back. */
export const up = async (db: Kysely<unknown>, autoNumber: AutoNumber): Promise<void> => {
  await sql`create table membership (
    ${autoNumber('number')},
    person_id integer not null references person (id),
    unit_id text not null references unit (id),
    role text not null,
    since text,
    until text
  )`.execute(db);
  await db.schema.createIndex('membership_of_person').on('membership').column('person_id').execute();
  // Since when was not kept: they have always been there.
  await sql`insert into membership (person_id, unit_id, role, since, until)
    select id, unit_id, role, null, null from person order by id`.execute(db);

  await db.schema.alterTable('invitation').addColumn('created_by', 'integer').execute();
  await db.schema.alterTable('invitation').addColumn('withdrawn_at', 'bigint').execute();
};
