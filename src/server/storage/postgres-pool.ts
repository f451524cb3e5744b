import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { DatabaseAway } from './passing.ts';

/** The server's own errors have codes. What else goes wrong on a connection is the connection. */
const told = (error: unknown): never => {
  if (error instanceof DatabaseError || error instanceof TypeError) throw error;
  throw new DatabaseAway('The database does not answer', { cause: error });
};

/** Kysely's view of a pool, one face a connection, because Kysely knows connections by it. */
export const sayingWhenAway = (pool: Pool): PostgresPool => {
  const faces = new WeakMap<PoolClient, PostgresPoolClient>();
  const faceOf = (client: PoolClient): PostgresPoolClient => {
    const known = faces.get(client);
    if (known) return known;
    const query = (text: string, values: readonly unknown[]) => client.query(text, [...values]).catch(told);
    const face: PostgresPoolClient = {
      query: query as unknown as PostgresPoolClient['query'],
      release: () => client.release(),
    };
    faces.set(client, face);
    return face;
  };
  return {
    connect: async () => faceOf(await pool.connect().catch(told)),
    end: () => pool.end(),
  };
};
