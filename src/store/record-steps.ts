import type { RecordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import { isRecordKind, recordOf } from '#model/record.ts';
import type { AcceptedOperationRow, Handbook, OwnOperationRow } from '#store/database.ts';
import { nameOf } from '#store/entry-fold.ts';
import { foldRecord, isMade, type RecordStep } from '#store/record-fold.ts';

/** What the province accepted counts always; what it did not counts until a person has dealt with it. */
export const ownRecordStep = (row: OwnOperationRow, me: PersonId): RecordStep | undefined => {
  const { operation, state, number, receivedAt, dealtWith } = row;
  if (!isRecordKind(operation)) return undefined;
  if (state === 'received')
    return { operation, by: me, where: 'received', number: number!, ...(receivedAt !== undefined && { receivedAt }) };
  if (dealtWith) return undefined;
  return { operation, by: me, where: state === 'waiting' ? 'onPhone' : 'needsAttention' };
};

const acceptedRecordStep = (row: AcceptedOperationRow): RecordStep | undefined =>
  isRecordKind(row)
    ? { operation: row, by: row.by, where: 'received', number: row.number, receivedAt: row.receivedAt }
    : undefined;

/** This device's operations on these records, in any state. */
export const ownOnRecords = async (db: Handbook, ids: readonly RecordId[]): Promise<OwnOperationRow[]> => {
  const [making, writing] = await Promise.all([
    db.ownOperations.bulkGet(ids.filter(isMade).map(nameOf)),
    db.ownOperations
      .where('operation.body.record')
      .anyOf([...ids])
      .toArray(),
  ]);
  return [...making, ...writing].filter((row) => row !== undefined);
};

/** All operations of these records, own and accepted, by record. */
const stepsOfRecords = async (
  db: Handbook,
  ids: readonly RecordId[],
  me: PersonId,
): Promise<Map<RecordId, RecordStep[]>> => {
  const [own, making, writing] = await Promise.all([
    ownOnRecords(db, ids),
    db.acceptedOperations.bulkGet(ids.filter(isMade).map(nameOf)),
    db.acceptedOperations
      .where('body.record')
      .anyOf([...ids])
      .toArray(),
  ]);
  const received = new Set(
    own.filter(({ state }) => state === 'received').map(({ device, seq }) => `${device}-${seq}`),
  );
  const others = [...making, ...writing].filter(
    (row) => row !== undefined && !received.has(`${row.device}-${row.seq}`),
  );
  const steps = [...own.map((row) => ownRecordStep(row, me)), ...others.map((row) => row && acceptedRecordStep(row))];
  const byRecord = new Map<RecordId, RecordStep[]>(ids.map((id) => [id, []]));
  // A name that the province gave to something else is found too: only a record's own steps count.
  for (const step of steps) if (step) byRecord.get(recordOf(step.operation))?.push(step);
  return byRecord;
};

/** Makes the rows of these records again from their operations. Inside the caller's transaction. */
export const rebuildRecords = async (db: Handbook, ids: readonly RecordId[], me: PersonId): Promise<void> => {
  if (ids.length === 0) return;
  const steps = await stepsOfRecords(db, ids, me);
  const rows = ids.map((id) => foldRecord(steps.get(id)!));
  await db.records.bulkPut(rows.filter((row) => row !== undefined));
  await db.records.bulkDelete(ids.filter((_, i) => !rows[i]));
};
