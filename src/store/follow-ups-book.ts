import { Dexie, type EntityTable } from 'dexie';
import type { Handbook } from '#store/database.ts';
import type { Sealed, WrappedKey } from '#store/follow-ups-key.ts';
import { followUpsOf } from '#store/follow-ups-wipe.ts';

/** Beside the sealed words stands only when it was done (milliseconds), so that it can be wiped without the PIN. */
export type FollowUpRow = Sealed & { id: number; doneAt: number };

/** `doneAt` of what is not done; a database indexes no null. */
export const notDone = 0;

type KeyRow = { key: 'key'; wrapped: WrappedKey[] };

/** The list's own database: nothing that reads the handbook reads it. */
export class FollowUpBook extends Dexie {
  declare keys: EntityTable<KeyRow, 'key'>;
  declare items: EntityTable<FollowUpRow, 'id'>;

  constructor(db: Handbook) {
    super(followUpsOf(db), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'key', items: '++id, doneAt' });
  }
}

/** Works in the list's database, and closes it again, so that nothing keeps it from being wiped. */
export const inBook = async <T>(db: Handbook, work: (book: FollowUpBook) => Promise<T>): Promise<T> => {
  const book = new FollowUpBook(db);
  try {
    return await work(book);
  } finally {
    book.close();
  }
};

/** Whether somebody turned the list on. */
export const hasFollowUps = async (db: Handbook): Promise<boolean> =>
  (await Dexie.exists(followUpsOf(db))) && (await inBook(db, (book) => book.keys.count())) > 0;
