import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { isWhole } from './backup.ts';
import { lockEveryCommune } from './commune-head.ts';
import { migrate, migrationNames } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

/** In the order in which rows refer to each other. */
const tables = [
  'setting',
  'province_key',
  'unit',
  'person',
  'invitation',
  'device',
  'operation',
  'entry',
  'rollup',
  'activity',
  'device_total',
  'commune_head',
  'period_closure',
  'held_bundle',
] as const;

/**
 * What was given out after the backup is forgotten here and remembered on phones. Numbers go on far above, so that no
 * device number is given twice (rule I1) and no phone's cursor lies beyond a commune's head (rule L1).
 */
const numbersAhead = 100_000;

export type RestoreRefusal = 'missing' | 'not-a-province' | 'damaged' | 'newer';

const migrationsIn = async (db: ProvinceDatabase): Promise<string[] | undefined> => {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch {
    return undefined;
  }
};

const examine = async (copy: ProvinceDatabase): Promise<RestoreRefusal | undefined> => {
  const ran = await migrationsIn(copy);
  if (!ran || ran.length === 0) return 'not-a-province';
  if (ran.some((name) => !migrationNames.includes(name))) return 'newer';
  try {
    return (await isWhole(copy)) ? undefined : 'damaged';
  } catch {
    return 'damaged';
  }
};

/**
 * Puts a backup in place of what the province holds, while it runs: everything is replaced in one transaction, which a
 * crash undoes. The backup itself is only read; an older one is brought to this version in a copy first.
 */
export const restore = async (
  db: ProvinceDatabase,
  file: string,
): Promise<{ kind: 'done' } | { kind: 'refused'; why: RestoreRefusal }> => {
  if (!existsSync(file)) return { kind: 'refused', why: 'missing' };
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-restore-'));
  const copyFile = join(folder, 'backup.db');
  try {
    copyFileSync(file, copyFile);
    const refusal = await prepare(copyFile);
    if (refusal) return { kind: 'refused', why: refusal };
    await replaceAll(db, copyFile);
    return { kind: 'done' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const prepare = async (copyFile: string): Promise<RestoreRefusal | undefined> => {
  let copy: ProvinceDatabase;
  try {
    copy = openSqlite(copyFile);
  } catch {
    return 'not-a-province';
  }
  try {
    const refusal = await examine(copy);
    if (refusal) return refusal;
    await migrate(copy);
    await sql`pragma wal_checkpoint(truncate)`.execute(copy);
    return undefined;
  } finally {
    await copy.destroy();
  }
};

const replaceAll = async (db: ProvinceDatabase, copyFile: string): Promise<void> => {
  await sql`attach ${copyFile} as backup`.execute(db);
  try {
    await db.transaction().execute(async (tx) => {
      // Writes first, so that the lock is held before anything is read.
      await lockEveryCommune(tx);
      await sql`pragma defer_foreign_keys = on`.execute(tx);
      await carryOver(tx);
      for (const table of [...tables].reverse()) await tx.deleteFrom(table).execute();
      for (const table of tables)
        await sql`insert into ${sql.ref(`main.${table}`)} select * from ${sql.ref(`backup.${table}`)}`.execute(tx);
      await sql`update main.commune_head set head = head + ${numbersAhead}`.execute(tx);
      await sql`update main.sqlite_sequence set seq = seq + ${numbersAhead} where name in ('device', 'person')`.execute(
        tx,
      );
    });
  } finally {
    await sql`detach backup`.execute(db);
  }
};

/**
 * Writes into the copy what must outlive the restore: how far the numbers went, or restoring twice would give some twice
 * (rule L1; SQLite itself keeps the highest device number), and doors closed since. A stolen phone stays locked out, a
 * used invitation used. Keys of phones and of the province stay: bundles are on their way that were made with them
 * (rule T3); so does what waits for an officer, once more undecided where the decision is forgotten (rule T2).
 */
const carryOver = async (tx: ProvinceDatabase): Promise<void> => {
  await sql`update backup.commune_head as old set head = max(old.head, now.head)
    from main.commune_head as now where now.commune_id = old.commune_id`.execute(tx);
  await sql`update backup.device as old set revoked_at = now.revoked_at
    from main.device as now where now.token_hash = old.token_hash and old.revoked_at is null`.execute(tx);
  await sql`update backup.person as old set disabled_at = now.disabled_at from main.person as now
    where now.id = old.id and now.created_at = old.created_at and now.name = old.name and old.disabled_at is null`.execute(
    tx,
  );
  await sql`update backup.invitation as old set used_at = now.used_at
    from main.invitation as now where now.code_hash = old.code_hash and old.used_at is null`.execute(tx);
  await sql`insert into backup.province_key select * from main.province_key where true on conflict do nothing`.execute(
    tx,
  );
  await sql`update backup.device as old set signing_key = now.signing_key
    from main.device as now where now.token_hash = old.token_hash and old.signing_key is null`.execute(tx);
  const held = sql.raw(
    'id, device, person_id, commune_id, why, key, carried_by, received_at, first_seq, operations, summary, body',
  );
  await sql`insert into backup.held_bundle (${held}) select ${held} from main.held_bundle where true
    on conflict do nothing`.execute(tx);
};
