import { applyToEntry, newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { DeviceNumber, KnownOperation, RecordId, Seq } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { EntryRow, Whereabouts } from '#store/database.ts';

/** An operation of one entry, with where it is. `number` once the province gave one. */
export type Step = { operation: KnownOperation; by: PersonId; where: Whereabouts; number?: number };

/** The province's order first, then what it has not accepted, in the order it was written (rule L3). */
const inOrder = (a: Step, b: Step): number =>
  a.number !== undefined && b.number !== undefined
    ? a.number - b.number
    : Number(a.number === undefined) - Number(b.number === undefined) || a.operation.seq - b.operation.seq;

/** The row of an entry after one more operation, which comes last. */
export const afterStep = (row: EntryRow | undefined, step: Step): EntryRow | undefined => {
  const entry = applyToEntry(row?.entry, step.operation, step.by);
  if (!entry) return undefined;
  const { device, seq } = step.operation;
  return entryRow(entry, [...(row?.steps ?? []), { device, seq, where: step.where }]);
};

/** The row of an entry from all its operations, in any order. Undefined when none of them recorded it. */
export const foldEntry = (steps: Step[]): EntryRow | undefined => {
  let row: EntryRow | undefined;
  for (const step of [...steps].sort(inOrder)) row = afterStep(row, step);
  return row;
};

const entryRow = (entry: OutreachEntry, steps: EntryRow['steps']): EntryRow => ({
  id: entry.id,
  unit: entry.unit,
  author: entry.author,
  date: newestRevision(entry).content.date,
  entry,
  steps,
  unsettled: steps.some(({ where }) => where !== 'received') ? 1 : 0,
});

/** The name in a record's id (rule I3). */
export const nameOf = (entry: RecordId): [DeviceNumber, Seq] => {
  const [device, seq] = entry.split('-').map(Number) as [number, number];
  return [device, seq];
};
