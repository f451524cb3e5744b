import { PostgresAdapter } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';

/** The few statements that cannot be said alike on both storages ask here. */
export const isPostgres = (db: ProvinceDatabase): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
