import { sql } from 'kysely';
import type { ProvinceDatabase } from '#server/province.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { createProvince, type ProvinceOptions, type TestProvince } from './province.ts';

type Statement = string;

/** Every statement that makes a database what this one is. */
const statementsOf = async (db: ProvinceDatabase): Promise<Statement[]> => {
  const { rows: made } = await sql<{ name: string; type: string; sql: string }>`
    select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by rowid`.execute(
    db,
  );
  const statements = made.map((row) => row.sql);
  for (const { name } of made.filter(({ type }) => type === 'table')) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    for (const row of rows)
      statements.push(
        sql`insert into ${sql.table(name)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
          values (${sql.join(Object.values(row).map((value) => sql.lit(value)))})`.compile(db).sql,
      );
  }
  return statements;
};

let statements: Promise<Statement[]> | undefined;

/** A province as `createProvince` makes it, migrated once and then copied: for those who need a thousand. */
export const readyProvince = async (options: Pick<ProvinceOptions, 'clock'> = {}): Promise<TestProvince> => {
  statements ??= createProvince().then(async (model) => {
    const all = await statementsOf(model.db);
    await model.close();
    return all;
  });
  const all = await statements;
  const db = openSqlite(':memory:');
  await db.transaction().execute(async (tx) => {
    for (const statement of all) await sql.raw(statement).execute(tx);
  });
  return createProvince({ ...options, ready: db });
};
