import { entryOf, type OutreachEntry } from '#model/entry.ts';
import { isKnown, type DeviceNumber, type RecordId, type Seq } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { AcceptedOperationRow, Handbook, OwnOperationRow } from '#store/database.ts';
import { foldEntry, nameOf, type Step } from '#store/entry-fold.ts';

/** What the province accepted counts always; what it did not counts until a person has dealt with it. */
const ownStep = (row: OwnOperationRow, me: PersonId): Step | undefined => {
  const { operation, state, number, dealtWith } = row;
  if (!isKnown(operation)) return undefined;
  if (state === 'received') return { operation, by: me, where: 'received', number: number! };
  if (dealtWith) return undefined;
  return { operation, by: me, where: state === 'waiting' ? 'onPhone' : 'needsAttention' };
};

export const acceptedStep = (row: AcceptedOperationRow): Step | undefined =>
  isKnown(row) ? { operation: row, by: row.by, where: 'received', number: row.number } : undefined;

const nameText = ({ device, seq }: { device: DeviceNumber; seq: Seq }) => `${device}-${seq}`;

/** All operations of these entries, own and accepted, by entry. */
export const stepsOf = async (db: Handbook, entries: RecordId[], me: PersonId): Promise<Map<RecordId, Step[]>> => {
  const names = entries.map(nameOf);
  const [ownRecords, ownChanges, records, changes] = await Promise.all([
    db.ownOperations.bulkGet(names),
    db.ownOperations.where('operation.body.entry').anyOf(entries).toArray(),
    db.acceptedOperations.bulkGet(names),
    db.acceptedOperations.where('body.entry').anyOf(entries).toArray(),
  ]);
  const own = [...ownRecords, ...ownChanges].filter((row) => row !== undefined);
  const received = new Set(own.filter(({ state }) => state === 'received').map(nameText));
  const others = [...records, ...changes].filter((row) => row !== undefined && !received.has(nameText(row)));
  const steps = [...own.map((row) => ownStep(row, me)), ...others.map((row) => row && acceptedStep(row))];
  const byEntry = new Map<RecordId, Step[]>(entries.map((entry) => [entry, []]));
  // A name of this device that the province gave to something else is found too: only an entry's own steps count.
  for (const step of steps) if (step) byEntry.get(entryOf(step.operation))?.push(step);
  return byEntry;
};

/** An entry as the province has it: without what it has not accepted. */
export const acceptedEntry = (steps: Step[]): OutreachEntry | undefined =>
  foldEntry(steps.filter(({ where }) => where === 'received'))?.entry;

/** Makes the rows of these entries again from their operations. Inside the caller's transaction. */
export const rebuildEntries = async (db: Handbook, entries: RecordId[], me: PersonId): Promise<void> => {
  const steps = await stepsOf(db, entries, me);
  const rows = entries.map((entry) => foldEntry(steps.get(entry)!));
  await db.entries.bulkPut(rows.filter((row) => row !== undefined));
  await db.entries.bulkDelete(entries.filter((_, i) => !rows[i]));
};
