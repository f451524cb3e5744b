import { recordId, type OperationName, type RecordId, type Seq } from '#model/operation.ts';
import { isRecordKind, recordOf, type RecordOperation, type RecordWrite } from '#model/record.ts';
import type { Handbook, OwnOperationRow, SessionRow } from '#store/database.ts';
import { ownOnRecords } from '#store/record-steps.ts';
import { rebuildAll } from '#store/rebuild.ts';

type OwnRecordRow = OwnOperationRow & { operation: RecordOperation };

/** This device's writes to a record that the province has not accepted and nobody has dealt with, by seq. */
export const openWrites = async (db: Handbook, id: RecordId): Promise<OwnRecordRow[]> =>
  (await ownOnRecords(db, [id]))
    .filter((row): row is OwnRecordRow => isRecordKind(row.operation) && recordOf(row.operation) === id)
    .filter(({ state, dealtWith }) => state !== 'received' && !dealtWith)
    .sort((a, b) => a.seq - b.seq);

/**
 * What goes with a refused write: the one that made a record takes those after it along, which have no record without it.
 * It stands first.
 */
export const withWhatHangsOnIt = async (db: Handbook, row: OwnRecordRow): Promise<OwnRecordRow[]> =>
  row.operation.body.record === undefined ? openWrites(db, recordOf(row.operation)) : [row];

/**
 * In a transaction: refused writes once more, as new operations in the order they were written (rules I2, P5). They say
 * what they said, and have seen what their writer had seen: what others wrote since stands beside it, flagged (rule M2).
 */
export const sendWritesAgain = async (
  db: Handbook,
  clock: { now(): number },
  me: SessionRow,
  person: number,
  rows: readonly OwnRecordRow[],
): Promise<{ record: RecordId; seq: Seq }> => {
  const anew = new Map<OperationName, OperationName>(
    rows.map(({ device, seq }, i) => [recordId(device, seq), recordId(me.device, me.nextSeq + i)]),
  );
  const now = clock.now();
  const again = rows.map(({ operation }, i): RecordOperation => ({
    ...operation,
    device: me.device,
    seq: me.nextSeq + i,
    at: Math.floor(now / 1000),
    body: renamed(operation.body, anew),
  }));
  await db.ownOperations.bulkPut(rows.map((row, i) => ({ ...row, dealtWith: { at: now, by: me.nextSeq + i } })));
  await db.ownOperations.bulkAdd(
    again.map((operation) => ({ device: me.device, seq: operation.seq, operation, state: 'waiting' })),
  );
  await db.notebook.put({ ...me, nextSeq: me.nextSeq + again.length });
  await rebuildAll(db, [...rows.map(({ operation }) => operation), ...again], person);
  return { record: recordOf(again[0]!), seq: me.nextSeq };
};

/** The same words, about what has new names. */
const renamed = (body: RecordWrite, anew: ReadonlyMap<OperationName, OperationName>): RecordWrite => {
  const name = (old: OperationName) => anew.get(old) ?? old;
  const seen = body.seen && Object.entries(body.seen).map(([field, names]) => [field, names.map(name)]);
  return {
    ...body,
    ...(body.record !== undefined && { record: name(body.record) }),
    ...(seen && { seen: Object.fromEntries(seen) as RecordWrite['seen'] }),
  } as RecordWrite;
};
