import type { SignInAnswer } from '#protocol/sign-in.ts';
import { beginAnew, hasMoved } from '#store/begin-anew.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { pageOf } from '#store/notebook-page.ts';
import { unsettledCount } from '#store/outbox.ts';
import { noteMissing } from '#store/recovery.ts';
import { clearWork, session } from '#store/session.ts';
import { markRegistered } from '#store/signing-key.ts';

/** A province of before this says no key; one that was known is still its own. */
const sealingKeyOf = ({ sealingKey }: SignInAnswer, own: SessionRow | undefined) => {
  const known = sealingKey ?? own?.sealingKey;
  return known === undefined ? {} : { sealingKey: known };
};

/**
 * Keeps what the province answered. A device that goes on under its old number keeps all it has; numbers of operations
 * go on above the highest that either side knows (rules I1, T1).
 */
export const keepSignIn = async (db: Handbook, clock: { now(): number }, answer: SignInAnswer): Promise<void> => {
  if ((await keepWhoIsIn(db, clock, answer)) === 'another') await wipeFollowUps(db);
};

/** `another`: the phone went from one person to another, or begins anew. */
const keepWhoIsIn = (db: Handbook, clock: { now(): number }, answer: SignInAnswer): Promise<'the-same' | 'another'> =>
  db.transaction('rw', db.tables, async () => {
    const before = await session(db);
    if (before && before.device !== answer.device) {
      if ((await unsettledCount(db)) > 0)
        throw new Error('Signed in under a new number while work waits under the old');
      await clearWork(db);
    }
    const same = before?.device === answer.device ? before : undefined;
    const moved = same && hasMoved(await pageOf(db, 'situation').then((page) => page?.situation), answer.situation);
    const own = moved ? await beginAnew(db, same, answer.situation) : same;
    const expected = own?.nextSeq ?? 1;
    const { highestSeq } = answer.holding;
    if (highestSeq >= expected) await noteMissing(db, highestSeq + 1 - expected);
    await db.notebook.bulkPut([
      {
        key: 'me',
        device: answer.device,
        token: answer.token,
        nextSeq: Math.max(expected, highestSeq + 1),
        cursor: own?.cursor ?? 0,
        holdsLess: (own?.holdsLess ?? false) || highestSeq >= expected,
        signedInAt: clock.now(),
        ...sealingKeyOf(answer, own),
      },
      { key: 'situation', situation: answer.situation },
    ]);
    if (answer.sealingKey !== undefined) await markRegistered(db);
    return own ? 'the-same' : 'another';
  });
