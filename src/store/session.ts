import type { Handbook, SessionRow } from '#store/database.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { pageOf } from '#store/notebook-page.ts';
import { unsettledCount } from '#store/outbox.ts';

/** Who this device works for, or undefined before sign-in and after sign-out. */
export const session = (db: Handbook): Promise<SessionRow | undefined> => pageOf(db, 'me');

/** What belongs to the person, as opposed to the phone: not what it carries for colleagues. */
export const clearWork = (db: Handbook) =>
  Promise.all([
    db.notebook.bulkDelete(['me', 'situation', 'link', 'comparison', 'recovery', 'pin']),
    db.ownOperations.clear(),
    db.acceptedOperations.clear(),
    db.entries.clear(),
    db.records.clear(),
    db.drafts.clear(),
    db.views.clear(),
    db.bundles.clear(),
    db.photos.clear(),
  ]);

/** Leaves nothing of the person on the phone; refused while something is not settled, which would be lost with it. */
export const signOut = async (db: Handbook): Promise<'signed-out' | { unsettled: number }> => {
  const left = await leave(db);
  if (left === 'signed-out') await wipeFollowUps(db);
  return left;
};

const leave = (db: Handbook): Promise<'signed-out' | { unsettled: number }> =>
  db.transaction('rw', db.tables, async () => {
    const unsettled = await unsettledCount(db);
    if (unsettled > 0) return { unsettled };
    await clearWork(db);
    await db.notebook.delete('signing-key');
    return 'signed-out';
  });
