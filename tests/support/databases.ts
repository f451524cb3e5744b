import { openPostgres } from '#server/storage/postgres.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { newPostgresDatabase } from './postgres-database.ts';

/** Where a province can live: every suite of the ledger runs on each of them. `open` gives a new database for nobody else, `bare` one without any table. */
export const databases: {
  name: string;
  open: () => Promise<ProvinceDatabase>;
  bare: () => Promise<ProvinceDatabase>;
}[] = [
  { name: 'SQLite', open: async () => openSqlite(':memory:'), bare: async () => openSqlite(':memory:') },
  {
    name: 'PostgreSQL',
    open: async () => openPostgres(await newPostgresDatabase()),
    bare: async () => openPostgres(await newPostgresDatabase({ bare: true })),
  },
];
