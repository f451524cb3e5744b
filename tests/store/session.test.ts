import { expect, test } from 'vitest';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session, signOut } from '#store/session.ts';
import { situation } from '#store/situation.ts';
import { unsettledCount } from '#store/outbox.ts';
import { setPin, hasPin } from '#store/pin.ts';
import { keepDraft } from '#store/draft.ts';
import { setAside } from '#store/send-again.ts';
import { clockAt } from '../support/clock.ts';
import { hoasPhone, newHandbook, signInAnswer } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived, refusedAt } from '../support/receipts.ts';

test('signing out is blocked while something waits, or was refused and nobody dealt with it', async () => {
  const { db, clock } = await hoasPhone();
  const memory = createMemory(db, clock);
  await recordHelp(db, clock, eveningInThon2());
  await recordHelp(db, clock, eveningInThon2());
  expect(await signOut(db)).toEqual({ unsettled: 2 });
  await memory.settle(allReceived(1, 1));
  await memory.settle(refusedAt(2, 'period-closed'));
  expect(await signOut(db)).toEqual({ unsettled: 1 });
  expect(await session(db)).toMatchObject({ device: 17 });
  await setAside(db, clock, { device: 17, seq: 2 });
  // The province has still to be told, or an amendment could take it in.
  expect(await signOut(db)).toEqual({ unsettled: 1 });
  await memory.settle(allReceived(3, 1));
  expect(await signOut(db)).toBe('signed-out');
});

test('P7: signing out, and only that, leaves nothing of the person on the phone', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  await createMemory(db, clock).settle(allReceived(1, 1));
  await setPin(db, '1357');
  await keepDraft(db, clock, 'log', { note: 'chưa lưu' });
  await signOut(db);
  expect(await session(db)).toBeUndefined();
  expect(await situation(db)).toBeUndefined();
  expect(await hasPin(db)).toBe(false);
  const left = await Promise.all(
    [db.ownOperations, db.acceptedOperations, db.entries, db.drafts].map((t) => t.count()),
  );
  expect(left).toEqual([0, 0, 0, 0]);
});

test('I1: signing in again under the old number keeps the work and goes on counting where it was', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  await keepSignIn(db, clock, signInAnswer({ token: 'fresh' }));
  expect(await session(db)).toMatchObject({ token: 'fresh', nextSeq: 2, holdsLess: false });
  expect(await unsettledCount(db)).toBe(1);
  expect(await recordHelp(db, clock, eveningInThon2())).toMatchObject({ seq: 2 });
});

test('T1: signing in on a phone whose work is gone goes on above what the province holds', async () => {
  const db = newHandbook();
  await keepSignIn(db, clockAt(), signInAnswer({ holding: { highestSeq: 41, totals: {} } }));
  expect(await session(db)).toMatchObject({ nextSeq: 42, holdsLess: true });
});

test('a sign-in under another number never buries work that waits under the old', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  await expect(keepSignIn(db, clock, signInAnswer({ device: 18 }))).rejects.toThrow('work waits');
  expect(await session(db)).toMatchObject({ device: 17 });
});
