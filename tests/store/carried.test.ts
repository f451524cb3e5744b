import { beforeEach, expect, test } from 'vitest';
import { carriedByUs, carriedOne, letGoOf, takeInBundle } from '#store/carried.ts';
import type { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { signOut } from '#store/session.ts';
import type { Memory } from '#sync/ports.ts';
import type { SetClock } from '../support/clock.ts';
import { hoasPhone } from '../support/device.ts';

let db: Handbook;
let clock: SetClock;
let memory: Memory;
beforeEach(async () => {
  ({ db, clock } = await hoasPhone());
  memory = createMemory(db, clock);
});

const take = (id: string) => takeInBundle(db, clock, { id, text: `ST06.1.${id}..i.c.t` });
const due = async () => (await memory.carried()).map(({ id }) => id);
const refuse = (id: string, code: 'seq-gap' | 'bundle-unreadable') =>
  memory.noteDelivery(id, { kind: 'refused', refusal: { code, params: {} } });

test('T3: a colleague’s bundle is kept once, however often it is taken in', async () => {
  expect(await take('one')).toEqual({ kind: 'taken' });
  expect(await take('one')).toEqual({ kind: 'again' });
  expect(await due()).toEqual(['one']);
});

test('T3: delivered, it is tried no more, and its receipt is there to give back; nothing later undoes that', async () => {
  await take('one');
  await memory.noteDelivery('one', { kind: 'delivered', receipt: 'h..i.c.t' });
  await refuse('one', 'seq-gap');
  expect(await due()).toEqual([]);
  expect(await carriedOne(db, 'one')).toMatchObject({
    state: 'delivered',
    receipt: 'ST06R.1.one.h..i.c.t',
    refusal: null,
  });
  expect(await take('one')).toEqual({ kind: 'again' });
});

test('T3: one whose turn has not come is kept and tried again, later each time, and holds up no other', async () => {
  await take('early');
  await take('other');
  await refuse('early', 'seq-gap');
  expect(await due()).toEqual(['other']);
  clock.pass(60_000);
  expect(await due()).toEqual(['other', 'early']);
  await refuse('early', 'seq-gap');
  clock.pass(60_000);
  expect(await due()).toEqual(['other']);
  clock.pass(60_000);
  expect(await due()).toEqual(['other', 'early']);
});

test('M3: a clock set back makes no bundle wait longer than its turn', async () => {
  await take('one');
  await refuse('one', 'seq-gap');
  clock.set(clock.now() - 30 * 24 * 3600 * 1000);
  expect(await due()).toEqual(['one']);
});

test('T2, T3: held by an officer, it is asked about again after an hour, until there is a receipt', async () => {
  await take('one');
  await memory.noteDelivery('one', { kind: 'held', why: 'device-revoked' });
  expect(await carriedOne(db, 'one')).toMatchObject({ state: 'held', held: 'device-revoked' });
  expect(await due()).toEqual([]);
  clock.pass(3_600_000);
  expect(await due()).toEqual(['one']);
  await memory.noteDelivery('one', { kind: 'delivered', receipt: 'h..i.c.t' });
  expect(await carriedOne(db, 'one')).toMatchObject({ state: 'delivered', held: null });
});

test('T3: what the province cannot read is tried no more, and says so; it may be let go of', async () => {
  await take('torn');
  await refuse('torn', 'bundle-unreadable');
  expect(await due()).toEqual([]);
  expect(await carriedByUs(db)).toMatchObject([{ state: 'refused', refusal: { code: 'bundle-unreadable' } }]);
  expect(await letGoOf(db, 'torn')).toBe(true);
  expect(await carriedByUs(db)).toEqual([]);
});

test('T3: what is not delivered cannot be let go of, and outlives a signing out', async () => {
  await take('one');
  expect(await letGoOf(db, 'one')).toBe(false);
  expect(await signOut(db)).toBe('signed-out');
  expect(await due()).toEqual(['one']);
});

test('the newest stands first', async () => {
  await take('one');
  clock.pass(1000);
  await take('two');
  expect((await carriedByUs(db)).map(({ id }) => id)).toEqual(['two', 'one']);
});
