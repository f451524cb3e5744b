import { entryOf } from '#model/entry.ts';
import { isKnown, type RecordId, type Seq } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { changing } from '#store/changing.ts';
import { comparison } from '#store/comparison.ts';
import type { EntryRow, Handbook, OwnOperationRow } from '#store/database.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { learnHolding } from '#store/holding.ts';
import { recordsIn } from '#store/rebuild.ts';
import { rebuildRecords } from '#store/record-steps.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';

const outcomesOf = ({ at, accepted, refused, ahead }: Receipt): Map<Seq, Partial<OwnOperationRow>> => {
  const bySeq = new Map<Seq, Partial<OwnOperationRow>>();
  const had = new Map<Seq, number>(ahead);
  for (const [first, number, count] of accepted)
    for (let i = 0; i < count; i++) {
      const seq = first + i;
      bySeq.set(seq, { state: 'received', number: number + i, receivedAt: had.get(seq) ?? at });
    }
  for (const { seq, ...refusal } of refused) bySeq.set(seq, { state: 'refused', refusal });
  return bySeq;
};

/**
 * Writes a receipt down: what waited is received or refused (rules P4, P5). Nothing is removed (rule P7), and what was
 * settled before stays as it was, whatever an old receipt says.
 */
export const settle = (db: Handbook, receipt: Receipt): Promise<void> =>
  db.transaction('rw', changing(db), async () => {
    const [me, known, compared] = await Promise.all([session(db), situation(db), comparison(db)]);
    if (!me || !known || me.device !== receipt.device) return;
    const outcomes = outcomesOf(receipt);
    const rows = await db.ownOperations.bulkGet([...outcomes.keys()].map((seq): [number, Seq] => [me.device, seq]));
    const changed = rows
      .filter((row) => row?.state === 'waiting')
      .map((row): OwnOperationRow => ({ ...row!, ...outcomes.get(row!.seq) }));
    await db.ownOperations.bulkPut(changed);
    await showSettled(db, changed, known.person.id);
    await rebuildRecords(db, recordsIn(changed.map(({ operation }) => operation)), known.person.id);
    await learnHolding(db, me, receipt.holding);
    if (compared) await db.notebook.put({ ...compared, stale: true });
  });

/** Most entries are one record, just received: their rows need no other operation to be read. */
const showSettled = async (db: Handbook, changed: OwnOperationRow[], me: PersonId): Promise<void> => {
  const entries = new Map<RecordId, OwnOperationRow>();
  for (const row of changed) if (isKnown(row.operation)) entries.set(entryOf(row.operation), row);
  const rows = await db.entries.bulkGet([...entries.keys()]);
  const received = rows.flatMap((row): EntryRow[] => {
    const only = row?.steps.length === 1 ? row.steps[0] : undefined;
    const settled = row && entries.get(row.id);
    if (!row || !only || settled?.state !== 'received' || settled.seq !== only.seq) return [];
    return [{ ...row, steps: [{ ...only, where: 'received' }], unsettled: 0 }];
  });
  await db.entries.bulkPut(received);
  for (const { id } of received) entries.delete(id);
  await rebuildEntries(db, [...entries.keys()], me);
};
