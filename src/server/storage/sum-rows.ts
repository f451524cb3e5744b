import { sql } from 'kysely';
import type { Totals } from '#model/totals.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { keepBreakdowns } from './breakdown-rows.ts';
import { rowWriter } from './row-writer.ts';
import type { Sums } from './sums.ts';

const addToRollups = rowWriter(
  'rollup',
  ['unit_id', 'period', 'measure', 'total'],
  sql`on conflict (unit_id, period, measure) do update set total = rollup.total + excluded.total`,
);
const addToDeviceTotals = rowWriter(
  'device_total',
  ['device', 'period', 'measure', 'total'],
  sql`on conflict (device, period, measure) do update set total = device_total.total + excluded.total`,
);
// No max() of two values: SQLite and PostgreSQL call it by different names.
const addToActivity = rowWriter(
  'activity',
  ['unit_id', 'commune_id', 'period', 'entries', 'last_received_at'],
  sql`on conflict (unit_id, period) do update set entries = activity.entries + excluded.entries,
    last_received_at = case when excluded.last_received_at > activity.last_received_at
      then excluded.last_received_at else activity.last_received_at end`,
);

const flat = (totals: Totals) =>
  Object.entries(totals).flatMap(([period, counts]) =>
    Object.entries(counts).flatMap(([measure, total]) => (total === 0 ? [] : [{ period, measure, total }])),
  );

/** Adds what changed to the kept sums, in the transaction that changed it (rule S2). */
export const keepSums = async (
  tx: ProvinceDatabase,
  commune: UnitId,
  { units, devices, breakdowns, activity }: Sums,
) => {
  await keepBreakdowns(tx, breakdowns);
  await addToRollups(
    tx,
    [...units].flatMap(([unit_id, totals]) => flat(totals).map((row) => ({ unit_id, ...row }))),
  );
  await addToDeviceTotals(
    tx,
    [...devices].flatMap(([device, totals]) => flat(totals).map((row) => ({ device, ...row }))),
  );
  await addToActivity(
    tx,
    [...activity].flatMap(([unit_id, periods]) =>
      [...periods].map(([period, { entries, lastReceivedAt }]) => ({
        unit_id,
        commune_id: commune,
        period,
        entries,
        last_received_at: lastReceivedAt,
      })),
    ),
  );
};
