import type { RecordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import { applyToRecord, type EditableRecord, type RecordOperation } from '#model/record.ts';
import type { RecordRow, Whereabouts } from '#store/database.ts';

/** An operation of one record, with where it is. `number` and `receivedAt` (seconds) once the province has it. */
export type RecordStep = {
  operation: RecordOperation;
  by: PersonId;
  where: Whereabouts;
  number?: number;
  receivedAt?: number;
};

/** The record with one more operation in it, wherever that is. */
export const withStep = (record: EditableRecord | undefined, step: RecordStep): EditableRecord =>
  applyToRecord(record, step.operation, { by: step.by, receivedAt: step.receivedAt ?? null });

/** What the province has first, in its order; then the rest in the order it was written. */
const inOrder = (a: RecordStep, b: RecordStep): number =>
  a.number !== undefined && b.number !== undefined
    ? a.number - b.number
    : Number(a.number === undefined) - Number(b.number === undefined) || a.operation.seq - b.operation.seq;

/** The row of a record from all its operations, in any order; undefined when there is none. */
export const foldRecord = (steps: RecordStep[]): RecordRow | undefined => {
  const sorted = [...steps].sort(inOrder);
  let record: EditableRecord | undefined;
  for (const step of sorted) record = withStep(record, step);
  return record && recordRow(record, sorted.map(placeOf));
};

/** The row of a record after one more operation, which comes last. */
export const afterWrite = (row: RecordRow | undefined, step: RecordStep): RecordRow =>
  recordRow(withStep(row?.record, step), [...(row?.steps ?? []), placeOf(step)]);

const placeOf = ({ operation: { device, seq }, where }: RecordStep) => ({ device, seq, where });

export const recordRow = (record: EditableRecord, steps: RecordRow['steps']): RecordRow => ({
  id: record.id,
  type: record.type,
  unit: record.unit,
  record,
  steps,
  unsettled: steps.some(({ where }) => where !== 'received') ? 1 : 0,
});

/** A record made by an operation is named by it (rule I3); one that nobody made is not named like an operation. */
export const isMade = (id: RecordId): boolean => /^[1-9]\d*-[1-9]\d*$/.test(id);
