import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';
import type { ProvinceDatabase } from '../province.ts';
import { sayingWhenAway } from './postgres-pool.ts';
import type { ProvinceTables } from './schema.ts';

const { INT8, NUMERIC } = types.builtins;

/** Instants and sums fit a number; the driver would give text. For this pool only: the driver's own list is everybody's. */
const asNumbers: CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text') =>
    id === INT8 || id === NUMERIC ? Number : types.getTypeParser(id, format)) as typeof types.getTypeParser,
};

/**
 * Opens a PostgreSQL database by its URL; the first question connects. Commits wait for the disk (rule S1). Nobody waits
 * for a lock longer than `lockTimeout` milliseconds, as on SQLite, and a node that vanished in the middle of a transaction
 * holds its locks for a minute at most.
 */
export const openPostgres = (url: string, { lockTimeout = 5000 }: { lockTimeout?: number } = {}): ProvinceDatabase => {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: asNumbers,
  });
  // A connection that breaks tells whoever uses it; told to nobody, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const settings = [
    'set synchronous_commit = on',
    `set lock_timeout = ${lockTimeout}`,
    'set idle_in_transaction_session_timeout = 60000',
  ].join('; ');
  return new Kysely<ProvinceTables>({
    dialect: new PostgresDialect({
      pool: sayingWhenAway(pool),
      onCreateConnection: async (connection) => void (await connection.executeQuery(CompiledQuery.raw(settings))),
    }),
  });
};
