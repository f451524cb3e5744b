import { type Kysely, sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { isPostgres } from '../storage/dialect.ts';

/**
 * The steps of a period's report: rows are added and never changed, which the database itself sees to. Periods that were closed
 * before have that as their first step. Operations learn which amendment let them in after all, and what came in their place.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db;
  await schema
    .createTable('report_step')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'integer', (column) => column.notNull())
    .addColumn('device', 'integer')
    .addColumn('reason', 'text')
    .addColumn('missing', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('report_step_is_named', ['unit_id', 'period', 'number'])
    .execute();
  await sql`insert into report_step (unit_id, period, number, step, at, person_id, missing)
    select commune_id, period, 1, 'closed', closed_at, closed_by, '[]' from period_closure`.execute(db);
  await schema.alterTable('operation').addColumn('amendment', 'integer').execute();
  await schema.alterTable('operation').addColumn('replaced_by', 'text').execute();
  await schema
    .createIndex('operation_late')
    .on('operation')
    .columns(['unit_id'])
    .where(sql<boolean>`refusal_code = 'period-closed'`)
    .execute();
  await neverChanged(db);
};

const neverChanged = async (db: Kysely<unknown>): Promise<void> => {
  if (!isPostgres(db as ProvinceDatabase)) {
    await sql`create trigger report_steps_are_appended_to before update on report_step
      begin select raise(abort, 'report steps are append-only'); end`.execute(db);
    return;
  }
  await sql`create function report_steps_are_appended_to() returns trigger language plpgsql as
    $$ begin raise exception 'report steps are append-only'; end $$`.execute(db);
  await sql`create trigger report_steps_are_appended_to before update on report_step
    for each row execute function report_steps_are_appended_to()`.execute(db);
};
