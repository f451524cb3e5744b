import type { ProvinceDatabase } from '../province.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

/** Opens the database and brings its tables to this version. `why` is the driver's own sentence. */
export const openProvince = async (
  file: string,
): Promise<{ kind: 'open'; db: ProvinceDatabase } | { kind: 'unusable'; why: string }> => {
  try {
    const db = openSqlite(file);
    await migrate(db);
    return { kind: 'open', db };
  } catch (error) {
    return { kind: 'unusable', why: error instanceof Error ? error.message : String(error) };
  }
};
