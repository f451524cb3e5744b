import type { Handbook, PersistenceRow } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

type Storage = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;
const ofThisBrowser = (): Storage | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator.storage as Storage | undefined);

/** Whether the browser promised to keep our storage; undefined before it was asked. */
export const persistence = (db: Handbook): Promise<PersistenceRow | undefined> => pageOf(db, 'persistence');

/** Asks once, and again after a refusal, since browsers change their mind as an app is used. Never throws. */
export const askForPersistence = async (
  db: Handbook,
  clock: { now(): number },
  storage = ofThisBrowser(),
): Promise<void> => {
  if (!storage?.persist) return;
  try {
    if ((await persistence(db))?.granted) return;
    const granted = await storage.persist();
    await db.notebook.put({ key: 'persistence', granted, askedAt: clock.now() });
  } catch {
    // The browser does not say. Nothing depends on it: it is asked again at the next save.
  }
};

/** Bytes used and allowed, where the browser tells. */
export const storageUse = async (storage = ofThisBrowser()): Promise<{ used: number; allowed: number } | undefined> => {
  const { usage, quota } = (await storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, allowed: quota };
};
