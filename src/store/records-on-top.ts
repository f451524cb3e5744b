import { recordId, type OperationName } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import { isRecordKind, recordOf, type EditableRecord } from '#model/record.ts';
import type { Handbook, OwnOperationRow, RecordRow } from '#store/database.ts';
import { recordRow, withStep, type RecordStep } from '#store/record-fold.ts';
import { ownOnRecords, ownRecordStep } from '#store/record-steps.ts';
import { situation } from '#store/situation.ts';

const namesIn = ({ fields, lists }: EditableRecord): Set<OperationName> =>
  new Set([...Object.values(fields), ...Object.values(lists)].flatMap((said) => said.map(({ op }) => op)));

const beyond = (record: EditableRecord, rows: readonly OwnOperationRow[], me: PersonId): RecordStep[] => {
  const held = namesIn(record);
  return rows.flatMap((row) => (held.has(recordId(row.device, row.seq)) ? [] : (ownRecordStep(row, me) ?? [])));
};

/** What was written on this device into a record and is not in it as the province's page shows it. */
export const ownStepsBeyond = async (db: Handbook, record: EditableRecord, me: PersonId): Promise<RecordStep[]> =>
  beyond(record, await ownOnRecords(db, [record.id]), me);

/**
 * A page of records of one type, as an officer's device was given it (`at` in seconds), with what was written on this
 * device on top, and what was made here and is not in it yet. The rest of what this device holds is left out: the page
 * may be of another unit or period.
 */
export const recordsOnTop = async (
  db: Handbook,
  type: string,
  page: { at: number; records: readonly EditableRecord[] },
): Promise<RecordRow[]> => {
  const me = (await situation(db))?.person.id;
  if (me === undefined) return [];
  const ids = new Set(page.records.map(({ id }) => id));
  const here = await db.records.where('type').equals(type).toArray();
  const own = new Map<string, OwnOperationRow[]>();
  const held = here.map(({ id }) => id);
  for (const row of await ownOnRecords(db, held)) {
    if (!isRecordKind(row.operation)) continue;
    const id = recordOf(row.operation);
    own.set(id, [...(own.get(id) ?? []), row]);
  }
  const known = page.records.map((record) => {
    const steps = beyond(record, own.get(record.id) ?? [], me);
    const places = steps.map(({ operation: { device, seq }, where }) => ({ device, seq, where }));
    return recordRow(steps.reduce(withStep, record), places);
  });
  const newer = (row: OwnOperationRow) => row.state !== 'received' || (row.receivedAt ?? 0) >= page.at;
  return [...known, ...here.filter(({ id }) => !ids.has(id) && (own.get(id) ?? []).some(newer))];
};
