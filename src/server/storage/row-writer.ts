import { CompiledQuery, sql, type RawBuilder } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import type { ProvinceTables } from './schema.ts';

/** Rows a statement writes: few sizes, so that few statements are ever compiled; the largest stays within SQLite's 32,766 values. */
const sizes = [256, 64, 16, 4, 1] as const;

/**
 * A way to write many rows of a table in few statements. The statement of each size is compiled once a dialect: building
 * it anew takes longer than running it.
 */
export const rowWriter = <Name extends keyof ProvinceTables & string>(
  table: Name,
  columns: readonly (keyof ProvinceTables[Name] & string)[],
  onConflict: RawBuilder<unknown> = sql``,
) => {
  const statements = new WeakMap<object, Map<number, string>>();

  const statement = (db: ProvinceDatabase, size: number): string => {
    const { adapter } = db.getExecutor();
    const compiled = statements.get(adapter) ?? new Map<number, string>();
    statements.set(adapter, compiled);
    const known = compiled.get(size);
    if (known !== undefined) return known;
    const row = sql`(${sql.join(columns.map((column) => sql.val(column)))})`;
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const values = sql.join(Array.from({ length: size }, () => row));
    const text = sql`insert into ${sql.table(table)} (${names}) values ${values} ${onConflict}`.compile(db).sql;
    compiled.set(size, text);
    return text;
  };

  return async (db: ProvinceDatabase, rows: readonly ProvinceTables[Name][]): Promise<void> => {
    let written = 0;
    for (const size of sizes) {
      while (rows.length - written >= size) {
        const values: unknown[] = [];
        for (let i = written; i < written + size; i += 1) {
          const row = rows[i]!;
          for (const column of columns) values.push(row[column]);
        }
        await db.executeQuery(CompiledQuery.raw(statement(db, size), values));
        written += size;
      }
    }
  };
};
