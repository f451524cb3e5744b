import type { Operation } from '#model/operation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { saysTheSame } from './operation-row.ts';

/** Seqs asked for at a time. */
const page = 1000;

/**
 * Puts away held work whose every operation came by another way meanwhile and says the same: there is nothing left to
 * decide (rule P3). `at` in seconds.
 */
export const closeArrived = async (db: ProvinceDatabase, at: number): Promise<void> => {
  const maybe = await db
    .selectFrom('held_bundle')
    .innerJoin('device', 'device.number', 'held_bundle.device')
    .select(['held_bundle.id', 'held_bundle.body'])
    .where('held_bundle.decided_at', 'is', null)
    .where(({ eb, ref }) =>
      eb('device.highest_seq', '>=', eb(ref('held_bundle.first_seq'), '+', eb(ref('held_bundle.operations'), '-', 1))),
    )
    .limit(20)
    .execute();
  for (const { id, body } of maybe) {
    const outcome = await outcomeOf(db, JSON.parse(body) as Operation[]);
    if (!outcome) continue;
    await db
      .updateTable('held_bundle')
      .set({ decided_at: at, decision: 'arrived', outcome: JSON.stringify(outcome) })
      .where('id', '=', id)
      .where('decided_at', 'is', null)
      .execute();
  }
};

/** What became of these operations; undefined when one of them is not there, or another stands under its name. */
const outcomeOf = async (db: ProvinceDatabase, operations: readonly Operation[]) => {
  const outcome = { accepted: 0, refused: 0 };
  for (let from = 0; from < operations.length; from += page) {
    const some = operations.slice(from, from + page);
    const rows = await db
      .selectFrom('operation')
      .selectAll()
      .where('device', '=', some[0]!.device)
      .where('seq', '>=', some[0]!.seq)
      .where('seq', '<=', some[some.length - 1]!.seq)
      .execute();
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    for (const operation of some) {
      const row = bySeq.get(operation.seq);
      if (!row || !saysTheSame(row, operation)) return undefined;
      outcome[row.number === null ? 'refused' : 'accepted'] += 1;
    }
  }
  return outcome;
};
