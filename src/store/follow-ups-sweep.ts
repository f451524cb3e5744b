import { Dexie } from 'dexie';
import type { Handbook } from '#store/database.ts';
import { inBook, notDone } from '#store/follow-ups-book.ts';
import { followUpsOf, wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { isPhoneLockedOut } from '#store/locked-out.ts';
import { hasPin } from '#store/pin.ts';

/** Done ones stay this long, for who wonders whether it was done. */
export const keptAfterDone = 30 * 24 * 60 * 60 * 1000;

/**
 * Wipes what was done thirty days ago, without a PIN; and the whole list where none may be any more, in case the phone went
 * out between signing out, or being locked, and wiping it.
 */
export const sweepFollowUps = async (db: Handbook, clock: { now(): number }): Promise<void> => {
  if (!(await Dexie.exists(followUpsOf(db)))) return;
  if (!(await hasPin(db)) || (await isPhoneLockedOut(db))) return wipeFollowUps(db);
  await inBook(db, async (book) => {
    await book.items
      .where('doneAt')
      .between(notDone + 1, clock.now() - keptAfterDone, true, true)
      .delete();
  });
};
