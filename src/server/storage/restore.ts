import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';
import { isWhole } from './backup.ts';
import { copyRows, deleteRows, everyTable, type EveryTable } from './every-row.ts';
import { migrate, migrationNames } from './migrate.ts';
import { closeDoorsAgain, keepWhatIsOnItsWay, numberFarAhead, remember } from './remembered.ts';
import { giveNumbersFarAhead, holdEverything, withPatience } from './replacing.ts';
import { openSqlite } from './sqlite.ts';

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
 * Puts a backup in place of what the province holds, on either storage, while it runs: everything is replaced in one
 * transaction, which a crash undoes. The backup itself is only read; an older one is brought to this version in a copy
 * first.
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
    const copy = openIfAny(copyFile);
    if (!copy) return { kind: 'refused', why: 'not-a-province' };
    try {
      const refusal = await examine(copy);
      if (refusal) return { kind: 'refused', why: refusal };
      await migrate(copy);
      const tables = await everyTable(copy);
      await withPatience(() => replaceAll(db, copy, tables));
      return { kind: 'done' };
    } finally {
      await copy.destroy();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const openIfAny = (file: string): ProvinceDatabase | undefined => {
  try {
    return openSqlite(file);
  } catch {
    return undefined;
  }
};

const replaceAll = (db: ProvinceDatabase, copy: ProvinceDatabase, tables: EveryTable): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await holdEverything(tx, tables);
    const remembered = await remember(tx);
    for (const { name } of tables) await deleteRows(tx, name);
    for (const table of tables) await copyRows(copy, tx, table);
    await closeDoorsAgain(tx, remembered);
    await keepWhatIsOnItsWay(tx, remembered);
    await numberFarAhead(tx, remembered, numbersAhead);
    await giveNumbersFarAhead(tx, tables, numbersAhead);
  });
