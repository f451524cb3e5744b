import { waitingCount } from '#store/outbox.ts';
import type { Handbook } from '#store/database.ts';
import { link } from '#store/link.ts';
import { session } from '#store/session.ts';

/** What, when it changes, is worth a try: somebody signed in, wrote something, asked to send, opened a page, or gave us a bundle. */
export const reasonsToSync = async (db: Handbook): Promise<string> => {
  const [me, { askedAt }, pages, carried] = await Promise.all([
    session(db),
    link(db),
    db.views.toCollection().primaryKeys(),
    db.carried.toCollection().primaryKeys(),
  ]);
  return JSON.stringify([me?.device, me?.token, me?.nextSeq, askedAt, pages, carried]);
};

/** Operations on this phone alone, for the badge on the app's icon. */
export const unsentCount = waitingCount;
