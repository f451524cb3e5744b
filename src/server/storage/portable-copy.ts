import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { copyRows, deleteRows, everyTable } from './every-row.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Writes what a PostgreSQL province holds at one moment into a new file of the embedded database: the one form of a backup,
 * whichever storage it is restored into.
 */
export const copyIntoFile = async (db: ProvinceDatabase, file: string): Promise<void> => {
  const folder = mkdtempSync(join(dirname(file), '.backup-'));
  const copy = openSqlite(join(folder, 'copy.sqlite'));
  try {
    await migrate(copy);
    const tables = await everyTable(copy);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((from) =>
        copy.transaction().execute(async (to) => {
          // Rows come table by table, not in the order in which they refer to each other.
          await sql`pragma defer_foreign_keys = on`.execute(to);
          for (const table of tables) {
            // A migration may have put something there.
            await deleteRows(to, table.name);
            await copyRows(from, to, table);
          }
        }),
      );
    await sql`vacuum into ${file}`.execute(copy);
  } finally {
    await copy.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
};
