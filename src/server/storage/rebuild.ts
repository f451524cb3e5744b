import type { ProvinceDatabase } from '../province.ts';
import { writeEntries } from './entry-row.ts';
import { recompute } from './recompute.ts';
import { writeRecordRows } from './record-row.ts';
import { readSettings } from './settings.ts';
import { keepSums } from './sum-rows.ts';

/**
 * Makes the state of every entry and record and every kept sum anew from the operations (rule S2). The caller's transaction holds every
 * commune, so that nothing is accepted meanwhile.
 */
export const rebuildSums = async (tx: ProvinceDatabase): Promise<void> => {
  const { periodKind } = await readSettings(tx);
  for (const table of ['rollup', 'breakdown', 'device_total', 'activity'] as const)
    await tx.deleteFrom(table).execute();
  const communes = await tx.selectFrom('commune_head').select('commune_id').orderBy('commune_id').execute();
  for (const { commune_id } of communes) {
    const { entries, records, sums } = await recompute(tx, commune_id, periodKind);
    await writeEntries(tx, [...entries.values()]);
    await writeRecordRows(tx, [...records.values()]);
    await keepSums(tx, commune_id, sums);
  }
};
