import { waitingCount } from '#store/outbox.ts';
import type { Handbook } from '#store/database.ts';
import { link } from '#store/link.ts';
import { session } from '#store/session.ts';

/** What, when it changes, is worth a try: somebody signed in, wrote something, asked to send, or opened a page. */
export const reasonsToSync = async (db: Handbook): Promise<string> => {
  const [me, { askedAt }, pages] = await Promise.all([session(db), link(db), db.views.toCollection().primaryKeys()]);
  return JSON.stringify([me?.device, me?.token, me?.nextSeq, askedAt, pages]);
};

/** Operations on this phone alone, for the badge on the app's icon. */
export const unsentCount = waitingCount;
