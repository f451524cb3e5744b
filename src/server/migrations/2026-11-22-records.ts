import { sql, type Kysely } from 'kysely';

/** Editable records as their operations say they stand (rules M2, S2), and the order in which officers' devices read the writes. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db;
  await schema
    .createTable('record')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('record_of_type').on('record').columns(['type', 'commune_id', 'unit_id']).execute();
  await schema
    .createIndex('operation_on_record')
    .on('operation')
    .columns(['commune_id', 'number'])
    .where(sql<boolean>`kind = 'record.write'`)
    .execute();
};
