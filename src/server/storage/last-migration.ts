import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';

/** The name of the newest migration these tables have been through; Kysely keeps the list. */
export const lastMigration = async (db: ProvinceDatabase): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
    db,
  );
  return rows[0]?.name ?? null;
};
