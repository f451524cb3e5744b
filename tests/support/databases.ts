import { openSqlite } from '#server/storage/sqlite.ts';
import type { ProvinceDatabase } from '#server/province.ts';

/** Where a province can live: every suite of the ledger runs on each of them. `open` gives a database without tables. */
export const databases: { name: string; open: () => ProvinceDatabase }[] = [
  { name: 'SQLite', open: () => openSqlite(':memory:') },
];
