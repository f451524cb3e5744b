import type { PeriodId } from '#model/period.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { lockCommune } from './commune-head.ts';
import { addStep } from './report-steps.ts';

type Closing = { commune: UnitId; period: PeriodId; by: PersonId; at: number };

/**
 * Freezes a period of a commune, without its report's questions (rule S3). An operation accepted before it counts, one after it
 * is refused: both wait for the same lock. Closing again changes nothing. `at` in seconds.
 */
export const closePeriod = (db: ProvinceDatabase, { commune, period, by, at }: Closing): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await lockCommune(tx, commune);
    if (!(await freezePeriod(tx, { commune, period, by, at }))) return;
    await addStep(
      tx,
      { unit: commune, period, number: 1, step: 'closed' },
      { person: { id: by }, device: null },
      at,
      {},
    );
  });

/** Freezes a period of a commune whose lock the caller holds. Says whether it was open. `at` in seconds. */
export const freezePeriod = async (tx: ProvinceDatabase, { commune, period, by, at }: Closing): Promise<boolean> => {
  const closed = await tx
    .insertInto('period_closure')
    .values({ commune_id: commune, period, closed_at: at, closed_by: by })
    .onConflict((conflict) => conflict.columns(['commune_id', 'period']).doNothing())
    .returning('period')
    .executeTakeFirst();
  return closed !== undefined;
};

export const closuresOf = async (db: ProvinceDatabase, commune: UnitId): Promise<Situation['closed']> => {
  const rows = await db
    .selectFrom('period_closure')
    .select(['period', 'closed_at'])
    .where('commune_id', '=', commune)
    .orderBy('period')
    .execute();
  return rows.map(({ period, closed_at }) => ({ period, closedAt: Number(closed_at) }));
};
