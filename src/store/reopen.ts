import { entryOf } from '#model/entry.ts';
import { isKnown, type Seq } from '#model/operation.ts';
import type { Handbook, OwnOperationRow } from '#store/database.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';

/**
 * The province was restored from a backup and holds nothing of this device from `seq` on: those operations wait again.
 * Numbers may have been given anew to others, so everything is read again from the beginning (rule L1).
 */
export const reopenFrom = (db: Handbook, seq: Seq): Promise<void> =>
  db.transaction('rw', [db.notebook, db.ownOperations, db.acceptedOperations, db.entries], async () => {
    const [me, known] = await Promise.all([session(db), situation(db)]);
    if (!me || !known) return;
    const rows = await db.ownOperations
      .where('[device+seq]')
      .between([me.device, seq], [me.device, Infinity])
      .toArray();
    const waiting = rows
      .filter(({ state }) => state !== 'waiting')
      .map(({ number: _number, refusal: _refusal, ...row }): OwnOperationRow => ({ ...row, state: 'waiting' }));
    await db.ownOperations.bulkPut(waiting);
    await db.notebook.put({ ...me, cursor: 0 });
    const entries = waiting.flatMap(({ operation }) => (isKnown(operation) ? [entryOf(operation)] : []));
    await rebuildEntries(db, [...new Set(entries)], known.person.id);
  });
