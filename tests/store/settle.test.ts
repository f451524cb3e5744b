import { expect, test } from 'vitest';
import { correctEntry } from '#store/correct-entry.ts';
import { comparison } from '#store/comparison.ts';
import { entryById, myTotals, teamTotals } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { hoasPhone, situationOf } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { accepted, correction, record, withdrawal } from '../support/operations.ts';
import { allReceived, pageOf, refusedAt } from '../support/receipts.ts';

const installed = (many: number) => eveningInThon2({ counts: { VNEID_CAI: many } });

const phoneWith = async (entries: number) => {
  const phone = await hoasPhone();
  for (let i = 1; i <= entries; i++) await recordHelp(phone.db, phone.clock, installed(i));
  return { ...phone, memory: createMemory(phone.db, phone.clock) };
};

test('P2: what waits is handed out oldest first, as a run of consecutive operations', async () => {
  const { memory } = await phoneWith(5);
  expect((await memory.waiting(3)).operations.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect((await memory.waiting(3)).waiting).toBe(5);
  await memory.settle(allReceived(2, 2));
  const { operations, waiting } = await memory.waiting(10);
  expect(operations.map(({ seq }) => seq)).toEqual([1]);
  expect(waiting).toBe(3);
});

test('P4: a receipt marks entries as received, and one that comes twice changes nothing', async () => {
  const { db, memory } = await phoneWith(3);
  await memory.settle(allReceived(1, 2, 40));
  await memory.settle(allReceived(1, 2, 40));
  await memory.settle(refusedAt(1, 'name-taken'));
  expect(await db.ownOperations.toArray()).toMatchObject([
    { state: 'received', number: 40 },
    { state: 'received', number: 41 },
    { state: 'waiting' },
  ]);
  expect(await entryById(db, '17-2')).toMatchObject({ unsettled: 0, steps: [{ where: 'received' }] });
  expect(await entryById(db, '17-3')).toMatchObject({ unsettled: 1 });
  expect((await outbox(db)).through).toBe(2);
});

test('P4: a receipt for another device, come through an old reply, is not ours', async () => {
  const { db, memory } = await phoneWith(1);
  await memory.settle({ ...allReceived(1, 1), device: 18 });
  expect((await outbox(db)).waiting).toHaveLength(1);
});

test('P7: nothing is removed from the phone by receipts and pages', async () => {
  const { db, memory } = await phoneWith(4);
  await memory.settle(allReceived(1, 3));
  await memory.settle(refusedAt(4, 'period-closed'));
  await memory.keep(pageOf([]));
  expect(await db.ownOperations.count()).toBe(4);
  expect(await db.entries.count()).toBe(4);
});

test('P4: the phone compares its journal with the sums of the province, and names what differs', async () => {
  const { db, memory } = await phoneWith(3);
  const says = (many: number) => pageOf([], { holding: { highestSeq: 3, totals: { '2026-11': { VNEID_CAI: many } } } });
  await memory.keep(says(6));
  expect(await comparison(db)).toBeUndefined(); // Three wait: they would differ for that reason alone.
  await memory.settle(allReceived(1, 3));
  await memory.keep(says(6));
  expect(await comparison(db)).toMatchObject({ differences: [], through: 3 });
  await memory.keep(says(5));
  expect((await comparison(db))?.differences).toEqual([
    { period: '2026-11', measure: 'VNEID_CAI', phone: 6, province: 5 },
  ]);
});

test('P4: what the province refused is no difference, since both know that it does not count there', async () => {
  const { db, memory } = await phoneWith(2);
  await memory.settle(allReceived(1, 1));
  await memory.settle(refusedAt(2, 'count-too-large'));
  await memory.keep(pageOf([], { holding: { highestSeq: 2, totals: { '2026-11': { VNEID_CAI: 1 } } } }));
  expect((await comparison(db))?.differences).toEqual([]);
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 3 });
});

test("L2: the team's entries come with a page, and the cursor with them", async () => {
  const { db, memory } = await phoneWith(1);
  const nams = accepted(
    [record(installed(10), { device: 9, seq: 1 }), record(installed(20), { device: 9, seq: 2 })],
    6,
  );
  await memory.keep(pageOf(nams, { cursor: 2 }));
  expect(await memory.device()).toMatchObject({ cursor: 2 });
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 31 });
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 1 });
});

test('a page that comes twice counts once', async () => {
  const { db, memory } = await phoneWith(0);
  const nams = accepted([
    record(installed(10), { device: 9, seq: 1 }),
    correction('9-1', installed(12), { device: 9, seq: 2 }),
  ]);
  await memory.keep(pageOf(nams));
  await memory.keep(pageOf(nams));
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 12 });
  expect((await entryById(db, '9-1'))!.entry.revisions).toHaveLength(2);
});

test('L3: a pulled correction does not overwrite an unsent one: mine is replayed on top, until the province orders them', async () => {
  const { db, clock, memory } = await phoneWith(1);
  await memory.settle(allReceived(1, 1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: installed(8), reason: 'Đếm thiếu' });
  const byTheLead = { ...correction('17-1', installed(5), { device: 3, seq: 9 }), number: 2, by: 6, receivedAt: 1 };
  await memory.keep(pageOf([byTheLead]));
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 8 });
  expect((await entryById(db, '17-1'))!.steps.map(({ where }) => where)).toEqual(['received', 'received', 'onPhone']);
  await memory.settle(allReceived(2, 1, 3));
  expect((await entryById(db, '17-1'))!.entry.revisions.map(({ seq }) => seq)).toEqual([1, 9, 2]);
});

test("L3: where my correction came first at the province, the lead's later one stands", async () => {
  const { db, clock, memory } = await phoneWith(1);
  await memory.settle(allReceived(1, 1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: installed(8), reason: 'Đếm thiếu' });
  await memory.settle(allReceived(2, 1, 2));
  await memory.keep(
    pageOf([{ ...correction('17-1', installed(5), { device: 3, seq: 9 }), number: 3, by: 6, receivedAt: 1 }]),
  );
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 5 });
});

test('L3: an entry withdrawn by the lead while my correction waits stays withdrawn', async () => {
  const { db, clock, memory } = await phoneWith(1);
  await memory.settle(allReceived(1, 1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: installed(8), reason: 'Đếm thiếu' });
  await memory.keep(pageOf([{ ...withdrawal('17-1', { device: 3, seq: 9 }), number: 2, by: 6, receivedAt: 1 }]));
  expect(await teamTotals(db, '2026-11')).toEqual({});
  expect((await entryById(db, '17-1'))!.steps).toHaveLength(3);
});

test('L4: an operation of a kind this app does not know is kept as it came', async () => {
  const { db, memory } = await phoneWith(0);
  const newer = {
    device: 9,
    seq: 1,
    at: 1_794_480_000,
    unit: '18124-02',
    kind: 'task.tick',
    body: { task: 't-1' },
    number: 1,
    by: 6,
    receivedAt: 1_794_480_300,
  };
  await memory.keep(pageOf([newer]));
  expect(await db.acceptedOperations.toArray()).toEqual([newer]);
  expect(await db.entries.count()).toBe(0);
});

test('T1: a phone that holds less than the province goes on above its seq, and reads its own work back', async () => {
  const { db, clock, memory } = await phoneWith(0);
  // Restored from an old copy: the province already has three operations of device 17.
  const sums = { '2026-11': { VNEID_CAI: 13 } };
  await memory.keep(pageOf([], { cursor: 9, holding: { highestSeq: 3, totals: sums } }));
  expect(await memory.device()).toMatchObject({ holdsLess: true });
  expect(await recordHelp(db, clock, installed(1))).toMatchObject({ seq: 4 });
  const mine = accepted([
    record(installed(6), { seq: 1 }),
    record(installed(7), { seq: 2 }),
    correction('17-1', installed(6), { seq: 3 }),
  ]);
  await memory.recover(pageOf(mine.slice(0, 2), { more: true, holding: { highestSeq: 3, totals: sums } }));
  expect(await memory.device()).toMatchObject({ holdsLess: true, cursor: 9 });
  await memory.recover(pageOf(mine.slice(2), { holding: { highestSeq: 3, totals: sums } }));
  expect(await memory.device()).toMatchObject({ holdsLess: false, cursor: 9 });
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 14 });
  await memory.settle(allReceived(4, 1, 10));
  await memory.keep(pageOf([], { cursor: 10, holding: { highestSeq: 4, totals: { '2026-11': { VNEID_CAI: 14 } } } }));
  expect((await comparison(db))?.differences).toEqual([]);
});

test('T1: an operation written under a name the province gave to something else is kept beside it', async () => {
  const { db, memory } = await phoneWith(1);
  await memory.settle({ ...refusedAt(1, 'name-taken'), holding: { highestSeq: 2, totals: {} } });
  const mine = accepted([record(installed(6), { seq: 1 }), correction('17-1', installed(9), { seq: 2 })]);
  await memory.recover(pageOf(mine, { holding: { highestSeq: 2, totals: { '2026-11': { VNEID_CAI: 9 } } } }));
  expect((await outbox(db)).attention).toMatchObject([{ seq: 1, operation: { body: installed(1) } }]);
  expect(await comparison(db)).toMatchObject({ differences: [] });
});

test('a province restored from an old backup gets again what it lost, and is read from the beginning', async () => {
  const { db, memory } = await phoneWith(3);
  await memory.settle(allReceived(1, 2, 1));
  await memory.settle(refusedAt(3, 'period-closed'));
  await memory.keep(pageOf([], { cursor: 40 }));
  await memory.reopenFrom(2);
  expect((await memory.waiting(10)).operations.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(await memory.device()).toMatchObject({ cursor: 0 });
  expect((await entryById(db, '17-2'))!.steps).toEqual([{ device: 17, seq: 2, where: 'onPhone' }]);
  expect((await session(db))!.nextSeq).toBe(4);
});

test('what changed in the world arrives with a page: names, settings, closed months', async () => {
  const { memory } = await phoneWith(0);
  await memory.keep(pageOf([], { situation: situationOf({}, { version: '2' }) }));
  expect(await memory.device()).toMatchObject({ situation: '2' });
});

test('P4: a journal of years is compared as a whole, though it is read a part at a time', async () => {
  const { db, memory } = await phoneWith(0);
  const mine = accepted(Array.from({ length: 4_500 }, (_, i) => record(installed(1 + (i % 7)), { seq: i + 1 })));
  const sum = mine.reduce((total, _, i) => total + 1 + (i % 7), 0);
  const holding = { highestSeq: 4_500, totals: { '2026-11': { VNEID_CAI: sum } } };
  await memory.keep(pageOf([], { holding }));
  await memory.recover(pageOf(mine, { holding }));
  expect(await comparison(db)).toMatchObject({ differences: [], through: 4_500 });
  await memory.keep(
    pageOf([], { cursor: 4_500, holding: { ...holding, totals: { '2026-11': { VNEID_CAI: sum - 1 } } } }),
  );
  expect((await comparison(db))?.differences).toMatchObject([{ phone: sum, province: sum - 1 }]);
});
