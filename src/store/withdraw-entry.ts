import type { RecordId } from '#model/operation.ts';
import type { Handbook } from '#store/database.ts';
import { nameOf } from '#store/entry-fold.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { dealWith, openOperations } from '#store/deal-with.ts';
import { tellLetGo } from '#store/let-go.ts';
import { appendOperation, writing, type Written } from '#store/write-change.ts';

/**
 * Takes an entry out of every sum, with a reason; it stays readable (rule I2). An entry whose record the province
 * refused never counted there: withdrawing it lets its operations go, and writes none.
 */
export const withdrawEntry = (
  db: Handbook,
  clock: { now(): number },
  { entry, reason }: { entry: RecordId; reason: string },
): Promise<Written> =>
  writing(db, {}, async (me, situation) => {
    const record = await db.ownOperations.get(nameOf(entry));
    if (record?.state === 'refused') {
      const open = await openOperations(db, entry);
      await dealWith(db, clock, entry, 'set-aside');
      await tellLetGo(db, clock, me, situation, open);
      await rebuildEntries(db, [entry], situation.person.id);
      return { kind: 'saved', entry, seq: record.seq };
    }
    return appendOperation(db, clock, me, situation, {
      kind: 'entry.withdraw',
      body: { entry, reason: reason.normalize('NFC').trim() },
    });
  });
