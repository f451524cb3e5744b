import type { Operation } from '#model/operation.ts';
import type { Handbook } from '#store/database.ts';
import type { Written } from '#store/write-change.ts';

/** Every operation that a person was told is saved, as it was then. What the history is held against. */
export type Saves = {
  all(): Operation[];
  of(device: number): Operation[];
  /** Notes what a write came to. */
  note(db: Handbook, device: number, written: Written): Promise<void>;
};

export const createSaves = (): Saves => {
  const byName = new Map<string, Operation>();
  return {
    all: () => [...byName.values()],
    of: (device) => [...byName.values()].filter((operation) => operation.device === device),
    note: async (db, device, written) => {
      if (written.kind !== 'saved') return;
      const row = await db.ownOperations.get([device, written.seq]);
      if (!row) throw new Error(`${device}-${written.seq} was said to be saved and is not there (rule W1)`);
      const name = `${device}-${written.seq}`;
      // Letting a refused operation go writes none.
      if (!byName.has(name)) byName.set(name, structuredClone(row.operation));
    },
  };
};
