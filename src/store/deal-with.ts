import { entryOf } from '#model/entry.ts';
import { isKnown, type RecordId, type Seq } from '#model/operation.ts';
import type { Handbook, OwnOperationRow } from '#store/database.ts';
import { nameOf } from '#store/entry-fold.ts';

const concerns = (row: OwnOperationRow, entry: RecordId) => isKnown(row.operation) && entryOf(row.operation) === entry;

/** This device's operations on an entry that the province has not accepted and nobody has dealt with, by seq. */
export const openOperations = async (db: Handbook, entry: RecordId): Promise<OwnOperationRow[]> => {
  const [record, changes] = await Promise.all([
    db.ownOperations.get(nameOf(entry)),
    db.ownOperations.where('operation.body.entry').equals(entry).toArray(),
  ]);
  return [...(record ? [record] : []), ...changes]
    .filter((row) => row.state !== 'received' && !row.dealtWith && concerns(row, entry))
    .sort((a, b) => a.seq - b.seq);
};

/**
 * Marks all of an entry's open operations as dealt with. They are kept (rule P5); one that still waits is sent all the
 * same, so that no seq is missing (rule I1), and its refusal asks for nobody's attention.
 */
export const dealWith = async (
  db: Handbook,
  clock: { now(): number },
  entry: RecordId,
  by: Seq | 'set-aside',
): Promise<void> => {
  const open = await openOperations(db, entry);
  await db.ownOperations.bulkPut(open.map((row) => ({ ...row, dealtWith: { at: clock.now(), by } })));
};
