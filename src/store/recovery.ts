import { isKnown, type AcceptedOperation } from '#model/operation.ts';
import type { Handbook, RecoveryRow } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

/** What this phone had lost and read back, until a person has seen it (rule T1). */
export const recovery = (db: Handbook): Promise<RecoveryRow | undefined> => pageOf(db, 'recovery');

const nothing: RecoveryRow = { key: 'recovery', missing: 0, found: 0, first: null, last: null, finished: false };

/** In a transaction: the province has settled `missing` operations of this device that the phone never wrote. */
export const noteMissing = async (db: Handbook, missing: number): Promise<void> => {
  const before = (await recovery(db)) ?? nothing;
  await db.notebook.put({ ...before, missing: before.missing + missing, finished: false });
};

const dayOf = (operation: AcceptedOperation): string[] => {
  if (!isKnown(operation)) return [];
  if (operation.kind === 'entry.record') return [operation.body.date];
  return operation.kind === 'entry.correct' ? [operation.body.content.date] : [];
};

/** In a transaction: operations of this device that were gone came back, and whether all have been read. */
export const noteFound = async (db: Handbook, back: AcceptedOperation[], finished: boolean): Promise<void> => {
  const before = await recovery(db);
  if (back.length === 0 && (!before || !finished)) return;
  const { found, first, last, ...row } = before ?? nothing;
  const days = [first, last, ...back.flatMap(dayOf)].filter((day) => day !== null).sort();
  await db.notebook.put({
    ...row,
    found: found + back.length,
    first: days[0] ?? null,
    last: days[days.length - 1] ?? null,
    finished,
  });
};

/** A person has read what came back. */
export const seenRecovery = (db: Handbook): Promise<void> => db.notebook.delete('recovery');
