import type { Handbook } from '#store/database.ts';
import { hasFollowUps, inBook } from '#store/follow-ups-book.ts';
import { wrapAnew } from '#store/follow-ups-key.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';
import { setPin } from '#store/pin.ts';

/**
 * Another PIN, and the residents to see again go on under it. In between both open their list, so that a phone that goes out
 * or is full at any of these steps still opens it with the PIN it asks for. `pin` is known to be right.
 */
export const changePin = (db: Handbook, pin: string, fresh: string): Promise<{ kind: 'changed' } | NotStored> =>
  orNotStored(async () => {
    const both = (await hasFollowUps(db)) && (await wrapUnderBoth(db, pin, fresh));
    await setPin(db, fresh);
    // The PIN is changed: that the list also opens with the former one for a while undoes nothing.
    if (both) await forgetFormer(db).catch(() => undefined);
    return { kind: 'changed' as const };
  });

const wrapUnderBoth = (db: Handbook, pin: string, fresh: string) =>
  inBook(db, async (book) => {
    const row = await book.keys.get('key');
    const wrapped = row && (await wrapAnew(row.wrapped, pin, fresh));
    if (wrapped) await book.keys.put({ key: 'key', wrapped });
    return wrapped !== undefined;
  });

/** Of the two, the first is under the fresh PIN. */
const forgetFormer = (db: Handbook) =>
  inBook(db, async (book) => {
    const row = await book.keys.get('key');
    if (row) await book.keys.put({ key: 'key', wrapped: row.wrapped.slice(0, 1) });
  });
