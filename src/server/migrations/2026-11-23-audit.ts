import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../storage/dialect.ts';
import type { AutoNumber } from '../storage/auto-number.ts';
import type { ProvinceDatabase } from '../province.ts';

/** Who did what: rows are added and never changed, which the database itself sees to. */
export const up = async (db: Kysely<unknown>, autoNumber: AutoNumber): Promise<void> => {
  await sql`create table audit (
    ${autoNumber('number')},
    at bigint not null,
    person_id integer,
    device integer,
    act text not null,
    unit_id text not null,
    commune_id text not null,
    subject text,
    params text not null
  )`.execute(db);
  await db.schema.createIndex('audit_of_commune').on('audit').columns(['commune_id', 'number']).execute();
  await db.schema.createIndex('audit_of_unit').on('audit').columns(['unit_id', 'number']).execute();
  await neverChanged(db);
};

const neverChanged = async (db: Kysely<unknown>): Promise<void> => {
  if (!isPostgres(db as ProvinceDatabase)) {
    await sql`create trigger audit_is_appended_to before update on audit
      begin select raise(abort, 'audit is append-only'); end`.execute(db);
    return;
  }
  await sql`create function audit_is_appended_to() returns trigger language plpgsql as
    $$ begin raise exception 'audit is append-only'; end $$`.execute(db);
  await sql`create trigger audit_is_appended_to before update on audit
    for each row execute function audit_is_appended_to()`.execute(db);
};
