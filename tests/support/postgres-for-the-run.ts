import type { TestProject } from 'vitest/node';
import { openPostgres } from '#server/storage/postgres.ts';
import { migrate } from '#server/storage/migrate.ts';
import { startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster's first database; 'empty' has the tables of this version. */
    postgres: string;
  }
}

/** One cluster for a whole run of the suite, with one migrated database to copy: 50 ms instead of all migrations. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startCluster();
  await cluster.run('create database empty');
  const empty = openPostgres(cluster.urlOf('empty'));
  await migrate(empty);
  await empty.destroy();
  provide('postgres', cluster.urlOf('postgres'));
  return cluster.stop;
};
