import type { RecordId } from '#model/operation.ts';
import { isRecordKind, recordOf } from '#model/record.ts';
import type { Situation } from '#protocol/situation.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { rebuildRecords } from '#store/record-steps.ts';

/**
 * In a transaction, for somebody who moved to another unit (rule T4): everything this device wrote stays, and what others
 * did to it; what belonged to the former team goes, and every stream is read from the beginning. Returns the session that is
 * to be kept.
 */
export const beginAnew = async (db: Handbook, me: SessionRow, { person }: Situation): Promise<SessionRow> => {
  const ownEntries = (id: RecordId) => id.startsWith(`${me.device}-`);
  await db.acceptedOperations
    .filter(({ body }) => !ownEntries(String((body as { entry?: RecordId }).entry ?? '')))
    .delete();
  await db.entries.filter(({ id }) => !ownEntries(id)).delete();
  await db.records.clear();
  await db.views.clear();
  const open = await db.ownOperations.where('state').anyOf('waiting', 'refused').toArray();
  const written = open.flatMap(({ operation }) => (isRecordKind(operation) ? [recordOf(operation)] : []));
  await rebuildRecords(db, [...new Set(written)], person.id);
  return { ...me, cursor: 0, communeCursor: 0, provinceCursor: 0 };
};

/** Whether somebody belongs to another unit than before. */
export const hasMoved = (before: Situation | undefined, now: Situation): boolean =>
  before !== undefined && before.person.id === now.person.id && before.person.unit !== now.person.unit;
