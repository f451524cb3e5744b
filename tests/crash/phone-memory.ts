import type { Page } from 'playwright-core';
import type { EntryRow, OwnOperationRow, SessionRow } from '#store/database.ts';

/** What is on a phone's disk. */
export type PhoneMemory = { me: SessionRow; operations: OwnOperationRow[]; entries: EntryRow[] };

const reading = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('so-tay-06');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const stores = opening.result.transaction(['notebook', 'ownOperations', 'entries']);
    const [me, operations, entries] = [
      stores.objectStore('notebook').get('me'),
      stores.objectStore('ownOperations').getAll(),
      stores.objectStore('entries').getAll(),
    ];
    stores.oncomplete = () => {
      opening.result.close();
      resolve({ me: me.result, operations: operations.result, entries: entries.result });
    };
    stores.onerror = () => reject(stores.error);
  };
})`;

/** Reads it past the app, all from one moment. */
export const readMemory = (page: Page): Promise<PhoneMemory> => page.evaluate<PhoneMemory>(reading);

/** Throws when something of a save is there without the rest of it (rule W1): operation, row, and the raised seq. */
export const mustBeWhole = ({ me, operations, entries }: PhoneMemory): void => {
  const written = operations.map(({ seq }) => seq);
  if (written.some((seq, i) => seq !== i + 1) || me.nextSeq !== written.length + 1)
    throw new Error(`I1: the next seq is ${me.nextSeq}, and these are there: ${written.join(' ')}`);
  const rows = new Set(entries.flatMap(({ steps }) => steps.map(({ device, seq }) => `${device}-${seq}`)));
  const halves = operations.filter(({ device, seq }) => !rows.has(`${device}-${seq}`)).map(({ seq }) => seq);
  if (halves.length > 0) throw new Error(`W1: operations without their entry: ${halves.join(' ')}`);
  if (rows.size !== operations.length) throw new Error('W1: an entry without its operation');
};
