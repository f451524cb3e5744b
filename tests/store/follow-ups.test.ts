import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { changePin } from '#store/change-pin.ts';
import {
  addFollowUp,
  dropFollowUp,
  followUps,
  followUpsState,
  markFollowUp,
  openFollowUps,
  turnOnFollowUps,
} from '#store/follow-ups.ts';
import { keptAfterDone, sweepFollowUps } from '#store/follow-ups-sweep.ts';
import { followUpsOf, wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { createMemory } from '#store/memory.ts';
import { checkPin, dropPin, setPin } from '#store/pin.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { signOut } from '#store/session.ts';
import { hoasPhone, newHandbook, signInAnswer } from '../support/device.ts';
import { diskOf } from '../support/disk.ts';

const lane = { hint: 'nhà cuối ngõ 3', need: 'level2', when: '2026-11-20' } as const;
const market = { hint: 'sạp vải cạnh cổng chợ', need: 'install', when: '2026-11-14' } as const;

/** Hoa's phone with a PIN and the list turned on, with two houses on it. */
const listOf = async () => {
  const phone = await hoasPhone();
  await setPin(phone.db, '2468');
  const opened = await turnOnFollowUps(phone.db, phone.clock, '2468');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  await addFollowUp(phone.db, opened.key, lane);
  await addFollowUp(phone.db, opened.key, market);
  return { ...phone, key: opened.key, is: () => Dexie.exists(followUpsOf(phone.db)) };
};

test('there is no list without a PIN, and none before somebody turns it on', async () => {
  const { db, clock } = await hoasPhone();
  expect(await followUpsState(db)).toBe('no-pin');
  await setPin(db, '2468');
  expect(await followUpsState(db)).toBe('off');
  expect(await turnOnFollowUps(db, clock, '1357')).toMatchObject({ kind: 'wrong' });
  expect(await followUpsState(db)).toBe('off');
  await turnOnFollowUps(db, clock, '2468');
  expect(await followUpsState(db)).toBe('on');
});

test('houses stand by the day they are due; done ones below, and back if they were not', async () => {
  const { db, clock, key } = await listOf();
  expect((await followUps(db, key)).map(({ hint }) => hint)).toEqual([market.hint, lane.hint]);
  const [first] = await followUps(db, key);
  await markFollowUp(db, clock, first!.id, true);
  expect(await followUps(db, key)).toMatchObject([
    { ...lane, doneAt: null },
    { ...market, doneAt: clock.now() },
  ]);
  await markFollowUp(db, clock, first!.id, false);
  expect((await followUps(db, key)).map(({ doneAt }) => doneAt)).toEqual([null, null]);
  await dropFollowUp(db, first!.id);
  expect(await followUps(db, key)).toMatchObject([lane]);
});

test('a wrong PIN ten times costs time and never the list', async () => {
  const { db, clock } = await listOf();
  for (let tries = 0; tries < 10; tries++) {
    const answer = await openFollowUps(db, clock, '1357');
    if (answer.kind !== 'wrong') throw new Error(answer.kind);
    clock.set(Math.max(clock.now(), answer.waitUntil));
  }
  const opened = await openFollowUps(db, clock, '2468');
  expect(opened.kind).toBe('open');
  expect(opened.kind === 'open' && (await followUps(db, opened.key))).toHaveLength(2);
});

test('what is done is wiped after thirty days, without the PIN; what is not done stays', async () => {
  const { db, clock, key } = await listOf();
  const [first] = await followUps(db, key);
  await markFollowUp(db, clock, first!.id, true);
  clock.pass(keptAfterDone - 1);
  await sweepFollowUps(db, clock);
  expect(await followUps(db, key)).toHaveLength(2);
  clock.pass(1);
  await sweepFollowUps(db, clock);
  expect(await followUps(db, key)).toMatchObject([lane]);
});

test('the list goes on under a changed PIN, and no longer under the former one', async () => {
  const { db, clock } = await listOf();
  expect(await changePin(db, '2468', '135790')).toEqual({ kind: 'changed' });
  expect(await openFollowUps(db, clock, '2468')).toMatchObject({ kind: 'wrong' });
  const opened = await openFollowUps(db, clock, '135790');
  expect(opened.kind === 'open' && (await followUps(db, opened.key))).toHaveLength(2);
  await setPin(db, '2468');
  expect(await openFollowUps(db, clock, '2468')).toEqual({ kind: 'lost' });
});

test('a phone that goes out at any step of changing the PIN opens the list with the PIN it asks for', async () => {
  const asksFor = { former: 0, fresh: 0 };
  const { db: first, clock } = await listOf();
  let [db, pin, other] = [first, '2468', '135790'];
  for (let steps = 0; steps < 24; steps += 2) {
    const disks = [diskOf(db.name), diskOf(followUpsOf(db))];
    const before = db;
    disks.forEach((disk) => disk.dieAfter(steps, () => before.close()));
    await changePin(db, pin, other).catch(() => undefined);
    disks.forEach((disk) => disk.spare());
    db.close();
    db = newHandbook(db.name);
    const changed = (await checkPin(db, clock, other)).kind === 'right';
    asksFor[changed ? 'fresh' : 'former']++;
    if (changed) [pin, other] = [other, pin];
    const opened = await openFollowUps(db, clock, pin);
    expect(opened.kind === 'open' && (await followUps(db, opened.key))).toHaveLength(2);
  }
  expect(asksFor.former).toBeGreaterThan(0);
  expect(asksFor.fresh).toBeGreaterThan(0);
});

test.each(['write', 'commit'] as const)('on a phone that is full at the %s nothing is half-done', async (at) => {
  const { db, clock, key } = await listOf();
  const disk = diskOf(followUpsOf(db));
  const full = { kind: 'not-stored', why: 'full' };
  disk.fill(at);
  expect(await addFollowUp(db, key, lane)).toEqual(full);
  expect(await markFollowUp(db, clock, 1, true)).toEqual(full);
  expect(await changePin(db, '2468', '135790')).toEqual(full);
  disk.free();
  const opened = await openFollowUps(db, clock, '2468');
  expect(opened.kind === 'open' && (await followUps(db, opened.key))).toMatchObject([
    { ...market, doneAt: null },
    { ...lane, doneAt: null },
  ]);
});

test('a list that was wiped while it stood open takes nothing more', async () => {
  const { db, clock, key } = await listOf();
  await wipeFollowUps(db);
  expect(await addFollowUp(db, key, lane)).toEqual({ kind: 'gone' });
  expect(await markFollowUp(db, clock, 1, true)).toEqual({ kind: 'gone' });
  expect(await followUpsState(db)).toBe('off');
});

test('a phone that goes out between signing out and wiping the list wipes it when it starts again', async () => {
  const { db, clock, is } = await listOf();
  await sweepFollowUps(db, clock);
  expect(await is()).toBe(true);
  await db.notebook.bulkDelete(['me', 'pin']);
  await sweepFollowUps(db, clock);
  expect(await is()).toBe(false);
});

test('signing out, taking the PIN away, and another person signing in wipe the list', async () => {
  const leaving = await listOf();
  expect(await leaving.is()).toBe(true);
  expect(await signOut(leaving.db)).toBe('signed-out');
  expect(await leaving.is()).toBe(false);

  const without = await listOf();
  await dropPin(without.db);
  expect(await without.is()).toBe(false);

  const handedOn = await listOf();
  await keepSignIn(handedOn.db, handedOn.clock, signInAnswer({ device: 18 }));
  expect(await handedOn.is()).toBe(false);
});

test.each(['device-revoked', 'person-disabled', 'held-for-officer'] as const)(
  'T2: a phone that hears "%s" wipes the list; a province that is only busy does not',
  async (code) => {
    const { db, clock, is } = await listOf();
    const memory = createMemory(db, clock);
    const refused = (why: typeof code | 'rate-limited') =>
      memory.note({
        kind: 'refused',
        at: clock.now(),
        refusal: { code: why, params: {}, message: '' } as never,
        nextTryAt: null,
      });
    await refused('rate-limited');
    expect(await is()).toBe(true);
    await refused(code);
    expect(await is()).toBe(false);
    expect(await followUpsState(db)).toBe('locked-out');
  },
);
