import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import Database from 'libsql';
import type { ProvinceDatabase } from '../province.ts';
import type { ProvinceTables } from './schema.ts';

/**
 * Opens the embedded database. WAL lets readers go on during a write; synchronous=FULL puts a transaction on disk
 * before it is acknowledged (rule S1).
 */
export const openSqlite = (file: string): ProvinceDatabase => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return new Kysely<ProvinceTables>({
    dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }),
  });
};
