import { type Kysely, sql } from 'kysely';
import type { AutoNumber } from '../storage/auto-number.ts';

/** What units were called before, and what is to become of them on a day to come. */
export const up = async (db: Kysely<unknown>, autoNumber: AutoNumber): Promise<void> => {
  const { schema } = db;
  await schema
    .createTable('former_unit')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('district', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('valid_to', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('former_unit_key', ['unit_id', 'name', 'type', 'district'])
    .execute();
  await sql`create table reorganisation (
    ${autoNumber('number')},
    unit_id text not null references unit (id),
    begins text not null,
    command text not null,
    asked_at bigint not null,
    asked_by integer not null,
    done_at bigint,
    cancelled_at bigint,
    cancelled_by integer,
    problem text
  )`.execute(db);
};
