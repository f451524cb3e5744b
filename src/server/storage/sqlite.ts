import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
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
  // First, so that opening waits too while a restore holds the file.
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new Kysely<ProvinceTables>({ dialect: new SqliteDialect({ database: rememberingStatements(database) }) });
};

const most = 400;

/** Kysely prepares a statement each time it runs one, which takes a third of a small transaction. Here once, then again only if long unused. */
const rememberingStatements = (database: Database.Database): SqliteDatabase => {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const known = statements.get(sql);
      const statement = known ?? (database.prepare(sql) as unknown as SqliteStatement);
      if (known) statements.delete(sql);
      else if (statements.size >= most) statements.delete(statements.keys().next().value!);
      statements.set(sql, statement);
      return statement;
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
};
