import type { RecordId } from '#model/operation.ts';
import type { Handbook, RecordRow } from '#store/database.ts';

/** The records of a type that this device holds, with what is not sent yet on top; read live by screens. */
export const recordsOfType = (db: Handbook, type: string): Promise<RecordRow[]> =>
  db.records.where('type').equals(type).toArray();

/** One record, or undefined where nobody wrote anything yet: one named by what it is exists all the same. */
export const recordById = (db: Handbook, id: RecordId): Promise<RecordRow | undefined> => db.records.get(id);
