import type { PeriodId } from '#model/period.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { lockCommune } from './commune-head.ts';

/**
 * Freezes a period of a commune (rule S3). An operation accepted before it counts, one after it is refused: both wait
 * for the same lock. Closing again changes nothing. `at` in seconds.
 */
export const closePeriod = (
  db: ProvinceDatabase,
  { commune, period, by, at }: { commune: UnitId; period: PeriodId; by: PersonId; at: number },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await lockCommune(tx, commune);
    await tx
      .insertInto('period_closure')
      .values({ commune_id: commune, period, closed_at: at, closed_by: by })
      .onConflict((conflict) => conflict.columns(['commune_id', 'period']).doNothing())
      .execute();
  });

export const closuresOf = async (db: ProvinceDatabase, commune: UnitId): Promise<Situation['closed']> => {
  const rows = await db
    .selectFrom('period_closure')
    .select(['period', 'closed_at'])
    .where('commune_id', '=', commune)
    .orderBy('period')
    .execute();
  return rows.map(({ period, closed_at }) => ({ period, closedAt: Number(closed_at) }));
};
