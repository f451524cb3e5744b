import { comparison } from '#store/comparison.ts';
import type { Handbook } from '#store/database.ts';
import { askToSend } from '#store/link.ts';
import { session } from '#store/session.ts';

/**
 * A person wants this phone and the province compared from the beginning: sync reads everything of this device again, and
 * what is still different after that is said to be (rules P4, T1). Nothing on the phone is touched by the asking.
 */
export const readBack = (db: Handbook, clock: { now(): number }): Promise<void> =>
  db.transaction('rw', db.notebook, async () => {
    const [me, compared] = await Promise.all([session(db), comparison(db)]);
    if (!me) return;
    await db.notebook.put({ ...me, holdsLess: true });
    if (compared) await db.notebook.put({ ...compared, stale: true, readBack: true });
    await askToSend(db, clock);
  });
