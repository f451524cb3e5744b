import { type Kysely, sql } from 'kysely';

/** The first tables: units, people, devices, the ledger of operations and the sums kept beside it. */
export const up = async (db: Kysely<unknown>, autoNumber: (name: string) => ReturnType<typeof sql>): Promise<void> => {
  const { schema } = db;
  await schema
    .createTable('unit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('parent_id', 'text', (column) => column.references('unit.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('merged_into', 'text', (column) => column.notNull())
    .addColumn('demo', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('unit_parent').on('unit').column('parent_id').execute();
  await schema.createIndex('unit_path').on('unit').column('path').execute();

  await sql`create table person (
    ${autoNumber('id')},
    name text not null,
    role text not null,
    unit_id text not null references unit (id),
    created_at bigint not null,
    disabled_at bigint
  )`.execute(db);
  await schema.createIndex('person_unit').on('person').column('unit_id').execute();

  await schema
    .createTable('invitation')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();

  await sql`create table device (
    ${autoNumber('number')},
    person_id integer not null references person (id),
    token_hash text not null unique,
    created_at bigint not null,
    last_seen_at bigint not null,
    reported_waiting integer not null,
    highest_seq integer not null,
    revoked_at bigint
  )`.execute(db);
  await schema.createIndex('device_person').on('device').column('person_id').execute();

  await schema
    .createTable('operation')
    .addColumn('device', 'integer', (column) => column.notNull().references('device.number'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('more', 'text')
    .addColumn('refusal_code', 'text')
    .addColumn('refusal_params', 'text')
    .addPrimaryKeyConstraint('operation_name', ['device', 'seq'])
    // A phone reads the numbers of its own village, a thirtieth of its commune's.
    .addUniqueConstraint('operation_number', ['commune_id', 'unit_id', 'number'])
    .execute();

  await schema
    .createTable('entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('device', 'integer', (column) => column.notNull())
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('withdrawn', 'integer', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('entry_of_unit').on('entry').columns(['unit_id', 'period', 'date']).execute();

  await schema
    .createTable('rollup')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('total', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('rollup_key', ['unit_id', 'period', 'measure'])
    .execute();

  await schema
    .createTable('activity')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addColumn('last_received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('activity_key', ['unit_id', 'period'])
    .execute();
  await schema.createIndex('activity_of_commune').on('activity').columns(['commune_id', 'period']).execute();

  await schema
    .createTable('device_total')
    .addColumn('device', 'integer', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('total', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_total_key', ['device', 'period', 'measure'])
    .execute();

  await schema
    .createTable('commune_head')
    .addColumn('commune_id', 'text', (column) => column.primaryKey())
    .addColumn('head', 'integer', (column) => column.notNull())
    .execute();

  await schema
    .createTable('period_closure')
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_by', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('period_closure_key', ['commune_id', 'period'])
    .execute();

  await schema
    .createTable('setting')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
};
