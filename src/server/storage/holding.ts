import type { DeviceNumber } from '#model/operation.ts';
import type { Totals } from '#model/totals.ts';
import type { Holding } from '#protocol/receipt.ts';
import type { ProvinceDatabase } from '../province.ts';

/** What the province holds of a device (rules P4, T1), from kept sums (rule S2). */
export const holdingOf = async (db: ProvinceDatabase, device: DeviceNumber): Promise<Holding> => {
  const row = await db.selectFrom('device').select('highest_seq').where('number', '=', device).executeTakeFirst();
  return { highestSeq: row?.highest_seq ?? 0, totals: await deviceTotals(db, device) };
};

export const deviceTotals = async (db: ProvinceDatabase, device: DeviceNumber): Promise<Totals> => {
  const rows = await db
    .selectFrom('device_total')
    .select(['period', 'measure', 'total'])
    .where('device', '=', device)
    .where('total', '<>', 0)
    .execute();
  const totals: Totals = {};
  for (const { period, measure, total } of rows) (totals[period] ??= {})[measure] = Number(total);
  return totals;
};
