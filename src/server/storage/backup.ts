import { existsSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { isPostgres } from './dialect.ts';
import { copyIntoFile } from './portable-copy.ts';

export type Contents = {
  bytes: number;
  units: number;
  people: number;
  devices: number;
  operations: number;
  entries: number;
};

const countOf = async (db: ProvinceDatabase, table: 'unit' | 'person' | 'device' | 'operation' | 'entry') => {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** What a province holds, and how large its file is. */
export const contentsOf = async (db: ProvinceDatabase, file: string): Promise<Contents> => ({
  bytes: statSync(file).size,
  units: await countOf(db, 'unit'),
  people: await countOf(db, 'person'),
  devices: await countOf(db, 'device'),
  operations: await countOf(db, 'operation'),
  entries: await countOf(db, 'entry'),
});

/** True when SQLite finds nothing wrong with the whole file. */
export const isWhole = async (db: ProvinceDatabase): Promise<boolean> => {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows.length === 1 && rows[0]!.integrity_check === 'ok';
};

/**
 * Copies the database into a new file of the embedded kind, as it was at one moment, while the province goes on writing. An
 * existing file is never touched. `failed` carries the driver's own sentence: no such folder, no room.
 */
export const backUp = async (
  db: ProvinceDatabase,
  file: string,
): Promise<{ kind: 'done' } | { kind: 'exists' } | { kind: 'failed'; why: string }> => {
  if (existsSync(file)) return { kind: 'exists' };
  try {
    if (isPostgres(db)) await copyIntoFile(db, file);
    else await sql`vacuum into ${file}`.execute(db);
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
};
