import { CompiledQuery, sql, type RawBuilder } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import type { ProvinceTables } from './schema.ts';

/** Rows a statement writes: few sizes, so that few statements are ever compiled; the largest stays within SQLite's 32,766 values. */
const sizes = [256, 64, 16, 4, 1] as const;

/**
 * A way to write many rows of a table in few statements. A statement is compiled once a dialect, for each size and set of
 * columns: building it anew takes longer than running it. Columns that are null in every row are left out.
 */
export const rowWriter = <Name extends keyof ProvinceTables & string>(
  table: Name,
  columns: readonly (keyof ProvinceTables[Name] & string)[],
  onConflict: RawBuilder<unknown> = sql``,
) => {
  const statements = new WeakMap<object, Map<string, string>>();

  const statement = (db: ProvinceDatabase, filled: typeof columns, size: number): string => {
    const { adapter } = db.getExecutor();
    const compiled = statements.get(adapter) ?? new Map<string, string>();
    statements.set(adapter, compiled);
    const key = `${size} ${filled.join(' ')}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const row = sql`(${sql.join(filled.map((column) => sql.val(column)))})`;
    const names = sql.join(filled.map((column) => sql.ref(column)));
    const values = sql.join(Array.from({ length: size }, () => row));
    const text = sql`insert into ${sql.table(table)} (${names}) values ${values} ${onConflict}`.compile(db).sql;
    compiled.set(key, text);
    return text;
  };

  return async (db: ProvinceDatabase, rows: readonly ProvinceTables[Name][]): Promise<void> => {
    const filled = columns.filter((column) => rows.some((row) => row[column] !== null));
    let written = 0;
    for (const size of sizes) {
      while (rows.length - written >= size) {
        const values: unknown[] = [];
        for (let i = written; i < written + size; i += 1) {
          const row = rows[i]!;
          for (const column of filled) values.push(row[column]);
        }
        await db.executeQuery(CompiledQuery.raw(statement(db, filled, size), values));
        written += size;
      }
    }
  };
};
