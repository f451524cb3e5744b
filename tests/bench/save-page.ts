import { Handbook } from '#store/database.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import type { EntryContent } from '#model/entry-content.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';

/** What the bench calls in a real browser: the same save as the form's, beside the barest durable write there is. */
const bench = {
  /** Milliseconds of each save, ours and the reference's in turn. */
  async saves(contents: EntryContent[], answer: SignInAnswer): Promise<{ ours: number[]; raw: number[] }> {
    const db = new Handbook('bench');
    const clock = { now: () => Date.now() };
    await keepSignIn(db, clock, answer);
    const raw = await openRaw();
    const samples = { ours: [] as number[], raw: [] as number[] };
    for (const content of contents) {
      let started = performance.now();
      const written = await recordHelp(db, clock, content);
      samples.ours.push(performance.now() - started);
      if (written.kind !== 'saved') throw new Error(JSON.stringify(written));
      started = performance.now();
      await putRaw(raw, content);
      samples.raw.push(performance.now() - started);
    }
    return samples;
  },
};

const openRaw = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('entries', { autoIncrement: true });
      opening.result.createObjectStore('operations', { autoIncrement: true });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('IndexedDB')));
  });

/** A row and its operation, one strict transaction, nothing else. */
const putRaw = (database: IDBDatabase, content: EntryContent) =>
  new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(['entries', 'operations'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('entries').add(content);
    transaction.objectStore('operations').add({ kind: 'entry.record', body: content });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('IndexedDB')));
  });

Object.assign(globalThis, { bench });
