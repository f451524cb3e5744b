import { type Kysely, Migrator } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import * as ledger from '../migrations/2026-11-21-ledger.ts';
import * as trust from '../migrations/2026-11-21-trust.ts';
import * as photos from '../migrations/2026-11-22-photos.ts';
import * as records from '../migrations/2026-11-22-records.ts';
import * as access from '../migrations/2026-11-23-access.ts';
import * as audit from '../migrations/2026-11-23-audit.ts';
import * as boundaries from '../migrations/2026-11-23-boundaries.ts';
import * as figures from '../migrations/2026-11-23-figures.ts';
import * as people from '../migrations/2026-11-23-people.ts';
import * as reports from '../migrations/2026-11-23-reports.ts';
import * as units from '../migrations/2026-11-23-units.ts';
import { autoNumberOf } from './auto-number.ts';

/** Dated and additive: a migration that has run anywhere is never changed. */
const migrations = {
  '2026-11-21-ledger': ledger,
  '2026-11-21-trust': trust,
  '2026-11-22-photos': photos,
  '2026-11-22-records': records,
  '2026-11-23-access': access,
  '2026-11-23-audit': audit,
  '2026-11-23-boundaries': boundaries,
  '2026-11-23-figures': figures,
  '2026-11-23-people': people,
  '2026-11-23-reports': reports,
  '2026-11-23-units': units,
};
type MigrationName = keyof typeof migrations;
const names = Object.keys(migrations) as MigrationName[];
export const migrationNames: readonly string[] = names;

/**
 * Brings the tables to this version, or only as far as `until`; of several nodes that start at once one does, and the others
 * wait for it. Returns the names of the migrations it ran.
 */
export const migrate = async (db: ProvinceDatabase, until?: MigrationName): Promise<string[]> => {
  const migrator = new Migrator({
    db,
    // Those of one day are written beside each other: a table may have been through one and not through that before it.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, { up }]) => [
            name,
            { up: (on: Kysely<unknown>) => up(on, autoNumberOf(db)) },
          ]),
        ),
    },
  });
  const { error, results = [] } = await (until === undefined ? migrator.migrateToLatest() : migrator.migrateTo(until));
  if (error) throw error;
  return results.map((result) => result.migrationName);
};
