import { entryOf } from '#model/entry.ts';
import { isKnown, type Operation, type RecordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import { isRecordKind, recordOf } from '#model/record.ts';
import type { Handbook } from '#store/database.ts';
import { rebuildEntries } from '#store/entry-steps.ts';
import { rebuildRecords } from '#store/record-steps.ts';

/** The editable records these operations speak of, each once. */
export const recordsIn = (operations: readonly Operation[]): RecordId[] => [
  ...new Set(operations.filter(isRecordKind).map(recordOf)),
];

/** Makes the rows of everything these operations speak of again. Inside the caller's transaction. */
export const rebuildAll = async (db: Handbook, operations: readonly Operation[], me: PersonId): Promise<void> => {
  await rebuildEntries(db, [...new Set(operations.filter(isKnown).map(entryOf))], me);
  await rebuildRecords(db, recordsIn(operations), me);
};
