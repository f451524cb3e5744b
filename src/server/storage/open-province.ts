import { sql } from 'kysely';
import type { Config } from '../config.ts';
import type { ProvinceDatabase } from '../province.ts';
import { migrate } from './migrate.ts';
import { DatabaseAway } from './passing.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Where a province's data is: on PostgreSQL when there is a URL, else in the file. */
export type Whereabouts = Pick<Config, 'database' | 'databaseUrl'>;

/** `problem` is a key of locales/{vi,en}/province/terminal.json. */
type Opened =
  { kind: 'open'; db: ProvinceDatabase } | { kind: 'unusable'; problem: string; params: Record<string, string> };

/** Host, port and name: never the person or the password. */
const placeOf = (url: string): string => {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? (hostname || 'localhost')}:${port || 5432}${pathname}`;
};

/** The driver's own sentence. Where it has none (two addresses tried, both in vain), its code. */
const reasonOf = (error: unknown): string => {
  const reason = error instanceof DatabaseAway ? error.cause : error;
  if (!(reason instanceof Error)) return String(reason);
  const [sentence = ''] = reason.message.split('\n');
  return sentence || String((reason as NodeJS.ErrnoException).code ?? reason.name);
};

/** PostgreSQL keeps texts in what its database was made with; in less than UTF-8 no Vietnamese name has a place. */
const keepsVietnamese = async (db: ProvinceDatabase): Promise<boolean> => {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  return rows[0]?.server_encoding === 'UTF8';
};

/** Opens the database and brings its tables to this version. What commonly hinders that is said in a sentence. */
export const openProvince = async ({ database, databaseUrl }: Whereabouts): Promise<Opened> => {
  const unusable = (why: string): Opened =>
    databaseUrl === undefined
      ? { kind: 'unusable', problem: 'database-unusable', params: { file: database, why } }
      : { kind: 'unusable', problem: 'database-url-unusable', params: { where: placeOf(databaseUrl), why } };
  let db: ProvinceDatabase | undefined;
  try {
    db = databaseUrl === undefined ? openSqlite(database) : openPostgres(databaseUrl);
    if (databaseUrl !== undefined && !(await keepsVietnamese(db))) throw new Error('encoding is not UTF8');
    await migrate(db);
    return { kind: 'open', db };
  } catch (error) {
    await db?.destroy();
    return unusable(reasonOf(error));
  }
};
