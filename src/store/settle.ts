import { entryOf } from '#model/entry.ts';
import { isKnown, type Seq } from '#model/operation.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { comparison } from '#store/comparison.ts';
import type { Handbook, OwnOperationRow } from '#store/database.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { learnHolding } from '#store/holding.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';

const settled = ({ accepted, refused }: Receipt): Map<Seq, Partial<OwnOperationRow>> => {
  const bySeq = new Map<Seq, Partial<OwnOperationRow>>();
  for (const [first, number, count] of accepted)
    for (let i = 0; i < count; i++) bySeq.set(first + i, { state: 'received', number: number + i });
  for (const { seq, ...refusal } of refused) bySeq.set(seq, { state: 'refused', refusal });
  return bySeq;
};

/**
 * Writes a receipt down: what waited is received or refused (rules P4, P5). Nothing is removed (rule P7), and what was
 * settled before stays as it was, whatever an old receipt says.
 */
export const settle = (db: Handbook, receipt: Receipt): Promise<void> =>
  db.transaction('rw', [db.notebook, db.ownOperations, db.acceptedOperations, db.entries], async () => {
    const [me, known, compared] = await Promise.all([session(db), situation(db), comparison(db)]);
    if (!me || !known || me.device !== receipt.device) return;
    const outcomes = settled(receipt);
    const rows = await db.ownOperations.bulkGet([...outcomes.keys()].map((seq): [number, Seq] => [me.device, seq]));
    const changed = rows
      .filter((row) => row?.state === 'waiting')
      .map((row): OwnOperationRow => ({ ...row!, ...outcomes.get(row!.seq) }));
    await db.ownOperations.bulkPut(changed);
    const entries = changed.flatMap(({ operation }) => (isKnown(operation) ? [entryOf(operation)] : []));
    await rebuildEntries(db, [...new Set(entries)], known.person.id);
    await learnHolding(db, me, receipt.holding);
    if (compared) await db.notebook.put({ ...compared, stale: true });
  });
