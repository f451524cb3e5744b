import type { Kysely } from 'kysely';

/** Where units lie, for the map: at most one boundary a unit, loaded at the terminal. */
export const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema
    .createTable('boundary')
    .addColumn('unit_id', 'text', (column) => column.primaryKey())
    .addColumn('polygons', 'text', (column) => column.notNull())
    .addColumn('loaded_at', 'bigint', (column) => column.notNull())
    .execute();
};
