import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvinceDatabase } from '#server/province.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { startCluster } from '../support/postgres-cluster.ts';

/** Where the killed province keeps its data. */
export type Storage = {
  /** What the server is told. */
  env: Record<string, string>;
  /** A look from outside. */
  open(): ProvinceDatabase;
  /** Processes of the database itself that work for the province now; none where it has none of its own. */
  processes(): Promise<number[]>;
  /** Resolves when the database takes questions again. */
  recovered(): Promise<void>;
  remove(): Promise<void>;
};

export const embeddedStorage = async (): Promise<Storage> => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-crash-'));
  return {
    env: { DATA_DIR: folder },
    open: () => openSqlite(join(folder, 'province.sqlite')),
    processes: async () => [],
    recovered: async () => {},
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** A cluster of its own, since its processes are killed too. */
export const postgresStorage = async (): Promise<Storage> => {
  const cluster = await startCluster({ durable: true });
  await cluster.run('create database province');
  const url = cluster.urlOf('province');
  const answers = () =>
    cluster.run('select 1').then(
      () => true,
      () => false,
    );
  return {
    env: { DATABASE_URL: url },
    open: () => openPostgres(url),
    processes: async () => {
      const rows = await cluster.run(
        "select pid from pg_stat_activity where datname = 'province' and backend_type = 'client backend'",
      );
      return rows.map(({ pid }) => Number(pid));
    },
    recovered: async () => {
      while (!(await answers())) await new Promise((later) => setTimeout(later, 50));
    },
    remove: cluster.stop,
  };
};
