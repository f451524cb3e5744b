import type { DeviceNumber } from '#model/operation.ts';
import type { Holding } from '#protocol/receipt.ts';
import type { ProvinceDatabase } from '../province.ts';

/** What the province holds of one device (rules P4, T1). */
export const holdingOf = async (db: ProvinceDatabase, device: DeviceNumber): Promise<Holding> => {
  const row = await db.selectFrom('device').select('highest_seq').where('number', '=', device).executeTakeFirst();
  const sums = await db.selectFrom('device_total').selectAll().where('device', '=', device).execute();
  const totals: Holding['totals'] = {};
  for (const { period, measure, total } of sums) if (total !== 0) (totals[period] ??= {})[measure] = total;
  return { highestSeq: row?.highest_seq ?? 0, totals };
};
