import { sql } from 'kysely';
import { addBreakdowns, type Breakdown, type Part } from '#model/breakdown.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { rowWriter } from './row-writer.ts';
import type { BreakdownTable } from './schema.ts';

/** What a batch changes in the breakdowns of units. */
export type BreakdownSums = Map<UnitId, Map<PeriodId, Partial<Record<Part, Breakdown>>>>;

const writeBreakdowns = rowWriter(
  'breakdown',
  ['unit_id', 'period', 'part', 'totals'],
  sql`on conflict (unit_id, period, part) do update set totals = excluded.totals`,
);

/**
 * Adds what changed to the kept breakdowns, in the transaction that changed it (rule S2). They are read, added to and
 * written whole, a few rows however many numbers: the caller's transaction holds the commune, so nobody adds meanwhile.
 */
export const keepBreakdowns = async (tx: ProvinceDatabase, sums: BreakdownSums): Promise<void> => {
  const units = [...sums.keys()];
  const periods = [...new Set([...sums.values()].flatMap((ofUnit) => [...ofUnit.keys()]))];
  if (periods.length === 0) return;
  const kept = await readBreakdowns(tx, units, periods);
  const rows: BreakdownTable[] = [];
  for (const [unit_id, ofUnit] of sums)
    for (const [period, parts] of ofUnit)
      for (const [part, change] of Object.entries(parts) as [Part, Breakdown][]) {
        const before = kept.get(keyOf({ unit_id, period, part }));
        rows.push({ unit_id, period, part, totals: JSON.stringify(addBreakdowns(before ?? {}, change)) });
      }
  await writeBreakdowns(tx, rows);
};

const keyOf = ({ unit_id, period, part }: Omit<BreakdownTable, 'totals'>) => `${unit_id} ${period} ${part}`;

const readBreakdowns = async (tx: ProvinceDatabase, units: readonly UnitId[], periods: readonly PeriodId[]) => {
  const rows = await tx
    .selectFrom('breakdown')
    .selectAll()
    .where('unit_id', 'in', units)
    .where('period', 'in', periods)
    .execute();
  return new Map(rows.map((row) => [keyOf(row), JSON.parse(row.totals) as Breakdown]));
};

/** The breakdowns of one part for units, by unit. The cost follows the units, not the entries. */
export const breakdownsOf = async (
  tx: ProvinceDatabase,
  part: Part,
  units: readonly UnitId[],
  period: PeriodId,
): Promise<Map<UnitId, Breakdown>> => {
  if (units.length === 0) return new Map();
  const rows = await tx
    .selectFrom('breakdown')
    .select(['unit_id', 'totals'])
    .where('unit_id', 'in', units)
    .where('period', '=', period)
    .where('part', '=', part)
    .execute();
  return new Map(rows.map(({ unit_id, totals }) => [unit_id, JSON.parse(totals) as Breakdown]));
};
