import { expect, test } from 'vitest';
import { valueOf } from '#model/record.ts';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { signOut } from '#store/session.ts';
import { writeRecord } from '#store/write-record.ts';
import { toPack } from '#store/bundles.ts';
import { noteKey, signingKey } from '#store/signing-key.ts';
import { chalkboard, sweeping } from '../support/chalkboard.ts';
import { hoasPhone } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived, pageOf } from '../support/receipts.ts';
import { held, write } from '../support/record-writes.ts';

const november = 'sweeping:18124-02:2026-11';
const thon2 = '18124-02';
const tick = { record: november, set: { done: true } };

const phone = async () => {
  const hoas = await hoasPhone();
  return { ...hoas, memory: createMemory(hoas.db, hoas.clock) };
};

test('L1, L2: each stream has its own cursor; a page without one leaves it where it is', async () => {
  const { db, memory } = await phone();
  const communes = write({ type: 'chalkboard', set: { text: 'Cả xã họp' } }, { device: 3, unit: '18124' });
  const provinces = write({ type: 'chalkboard', set: { text: 'Toàn tỉnh' } }, { device: 2, seq: 4, unit: '42' });
  // Both are number 1: the province counts its own apart.
  const both = [held(communes, { number: 1 }), held(provinces, { number: 1 })];
  await memory.keep(pageOf(both, { cursor: 8, communeCursor: 9, provinceCursor: 1 }));
  expect(await memory.device()).toMatchObject({ cursor: 8, communeCursor: 9, provinceCursor: 1 });
  await memory.keep(pageOf([], { cursor: 10 }));
  expect(await memory.device()).toMatchObject({ cursor: 10, communeCursor: 9, provinceCursor: 1 });
  expect((await recordsOfType(db, 'chalkboard')).map(({ id, unit }) => [id, unit])).toEqual([
    ['2-4', '42'],
    ['3-1', '18124'],
  ]);
});

test('L3: a page that comes twice, and in another order, makes the same record', async () => {
  const { db, memory } = await phone();
  const made = held(write({ type: 'chalkboard', set: { text: 'Họp' } }, { device: 9 }));
  const body = { type: 'chalkboard', record: '9-1', set: { text: 'Hoãn' }, seen: { text: ['9-1'] } };
  const changed = held(write(body, { device: 3, seq: 7 }));
  await memory.keep(pageOf([changed]));
  await memory.keep(pageOf([made, changed]));
  const row = (await recordById(db, '9-1'))!;
  expect(valueOf(row.record, 'text')).toBe('Hoãn');
  expect(row.steps).toHaveLength(2);
});

test('T1: what the phone lost comes back into its records, as of when the province had it', async () => {
  const { db, memory } = await phone();
  const operation = write({ type: 'sweeping', ...tick }, { seq: 1, at: 1_794_480_000 });
  await memory.recover(pageOf([held(operation, { by: 5, receivedAt: 1_794_470_000 })]));
  const row = (await recordById(db, november))!;
  expect(row.steps).toEqual([{ device: 17, seq: 1, where: 'received' }]);
  expect(row.record.fields['done']).toMatchObject([{ value: true, by: 5, at: 1_794_470_000 }]);
});

test('T1: a province restored from a backup is sent the writes again, and every stream is read anew', async () => {
  const { db, clock, memory } = await phone();
  await writeRecord(db, clock, sweeping, thon2, tick);
  await memory.settle(allReceived(1, 1));
  await memory.keep(pageOf([], { cursor: 5, communeCursor: 6, provinceCursor: 7 }));
  await memory.reopenFrom(1);
  expect(await memory.device()).toMatchObject({ cursor: 0, communeCursor: 0, provinceCursor: 0 });
  expect(await recordById(db, november)).toMatchObject({ unsettled: 1, steps: [{ where: 'onPhone' }] });
  expect((await memory.waiting(10)).operations).toMatchObject([{ kind: 'record.write' }]);
});

test('P7: signing out waits for a write that is not sent, then leaves no record on the phone', async () => {
  const { db, clock, memory } = await phone();
  await writeRecord(db, clock, sweeping, thon2, tick);
  expect(await signOut(db)).toEqual({ unsettled: 1 });
  await memory.settle(allReceived(1, 1));
  expect(await signOut(db)).toBe('signed-out');
  expect(await db.records.count()).toBe(0);
});

test('T3: a bundle carries writes to records between the entries, with no gap', async () => {
  const { db, clock } = await phone();
  await signingKey(db);
  await noteKey(db, clock, 'the-key-to-seal-for');
  await recordHelp(db, clock, eveningInThon2());
  await writeRecord(db, clock, chalkboard, thon2, { set: { text: 'Họp 19:00' } });
  await recordHelp(db, clock, eveningInThon2());
  const pack = await toPack(db);
  if (typeof pack === 'string') throw new Error(pack);
  expect(pack.operations.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'entry.record'],
    [2, 'record.write'],
    [3, 'entry.record'],
  ]);
});
