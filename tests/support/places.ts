import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvinceDatabase } from '#server/province.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { newPostgresDatabase } from './postgres-database.ts';

/** Where a province lives when several programs or nodes work on it. */
export type Place = {
  /** A folder of its own, also on PostgreSQL: for files beside the database. */
  folder: string;
  /** What the province's own programs are told. */
  env: Record<string, string>;
  /** One more connection of one more node. */
  open(): ProvinceDatabase;
  clear(): void;
};

const newFolder = () => mkdtempSync(join(tmpdir(), 'so-tay-06-place-'));

export const fileOfItsOwn = async (): Promise<Place> => {
  const folder = newFolder();
  return {
    folder,
    env: { DATA_DIR: folder },
    open: () => openSqlite(join(folder, 'province.sqlite')),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const postgresOfItsOwn = async (): Promise<Place> => {
  const folder = newFolder();
  const url = await newPostgresDatabase();
  return {
    folder,
    env: { DATA_DIR: folder, DATABASE_URL: url },
    open: () => openPostgres(url),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const places: { name: string; find: () => Promise<Place> }[] = [
  { name: 'SQLite', find: fileOfItsOwn },
  { name: 'PostgreSQL', find: postgresOfItsOwn },
];
