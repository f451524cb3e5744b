import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { lockEveryCommune } from './commune-head.ts';
import { isPostgres } from './dialect.ts';
import type { EveryTable } from './every-row.ts';
import { isPassing } from './passing.ts';

/**
 * Where those begin who write in several tables: whoever waits for us here holds nothing yet that we wait for. Elsewhere one
 * of us is sent back, and begins again.
 */
const begunIn = ['invitation', 'device'];

/** Nobody else writes until the transaction ends; readers go on with what was. */
export const holdEverything = async (tx: ProvinceDatabase, tables: EveryTable): Promise<void> => {
  if (!isPostgres(tx)) {
    // Writes first, so that the lock is held before anything is read.
    await lockEveryCommune(tx);
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    return;
  }
  await sql`set local lock_timeout = '60s'`.execute(tx);
  const others = tables.map(({ name }) => name).filter((name) => !begunIn.includes(name));
  const names = sql.join([...begunIn, ...others].map((name) => sql.table(name)));
  await sql`lock table ${names} in exclusive mode`.execute(tx);
  await referWhenDone(tx);
};

/** Rows refer to each other across tables; that all of them are there is looked at when the transaction ends. */
const referWhenDone = async (tx: ProvinceDatabase): Promise<void> => {
  const { rows } = await sql<{ name: string; of: string }>`select conname as name, conrelid::regclass::text as of
    from pg_constraint where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace`.execute(
    tx,
  );
  for (const { name, of } of rows)
    await sql`alter table ${sql.raw(of)} alter constraint ${sql.ref(name)} deferrable initially immediate`.execute(tx);
  await sql`set constraints all deferred`.execute(tx);
};

/** The numbers that the database gives by itself go on `ahead` of all that were ever given (rule I1). */
export const giveNumbersFarAhead = async (tx: ProvinceDatabase, tables: EveryTable, ahead: number): Promise<void> => {
  for (const { name, numbered } of tables)
    for (const column of numbered) {
      if (!isPostgres(tx)) {
        await sql`update sqlite_sequence set seq = seq + ${ahead} where name = ${name}`.execute(tx);
        continue;
      }
      const sequence = sql`pg_get_serial_sequence(${name}, ${column})`;
      await sql`select setval(${sequence}, ${ahead} + greatest(1, pg_sequence_last_value(${sequence}::regclass),
        (select max(${sql.ref(column)}) from ${sql.table(name)})))`.execute(tx);
    }
};

/** Where somebody and we each wait for what the other holds, PostgreSQL sends one of us back, and we begin again. */
export const withPatience = async (work: () => Promise<void>): Promise<void> => {
  for (let left = 9; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isPassing(error)) throw error;
    }
  }
};
