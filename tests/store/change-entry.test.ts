import { expect, test } from 'vitest';
import { correctEntry } from '#store/correct-entry.ts';
import { entryById, lastEntryByMe, myTotals, teamTotals } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox, unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { sendAgain, setAside } from '#store/send-again.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { hoasPhone, situationOf } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived, pageOf, refusedAt } from '../support/receipts.ts';
import { record } from '../support/operations.ts';

const sixInstalled = eveningInThon2({ counts: { VNEID_CAI: 6 } });
const eightInstalled = eveningInThon2({ counts: { VNEID_CAI: 8 } });

/** Hoa has saved six installed apps, as operation 1. */
const withOneEntry = async () => {
  const phone = await hoasPhone();
  await recordHelp(phone.db, phone.clock, sixInstalled);
  return { ...phone, memory: createMemory(phone.db, phone.clock) };
};

test('I2: a correction of a received entry is a new operation with a reason, and both stay readable', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(allReceived(1, 1));
  const written = await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: ' Đếm thiếu ' });
  expect(written).toEqual({ kind: 'saved', entry: '17-1', seq: 2 });
  expect(await entryById(db, '17-1')).toMatchObject({
    entry: { revisions: [{ content: sixInstalled }, { content: eightInstalled, reason: 'Đếm thiếu' }] },
    steps: [
      { seq: 1, where: 'received' },
      { seq: 2, where: 'onPhone' },
    ],
    unsettled: 1,
  });
  expect(await db.ownOperations.get([17, 1])).toMatchObject({ operation: { body: sixInstalled } });
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 8 });
});

test('a correction without a reason is refused and changes nothing', async () => {
  const { db, clock } = await withOneEntry();
  expect(await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: ' ' })).toMatchObject({
    kind: 'refused',
    faults: [{ code: 'reason-missing' }],
  });
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 6 });
});

test('M1: a withdrawn entry adds nothing, stays readable, and cannot be corrected any more', async () => {
  const { db, clock } = await withOneEntry();
  await withdrawEntry(db, clock, { entry: '17-1', reason: 'Ghi trùng' });
  expect(await teamTotals(db, '2026-11')).toEqual({});
  expect((await entryById(db, '17-1'))?.entry).toMatchObject({
    revisions: [{ content: sixInstalled }],
    withdrawal: { reason: 'Ghi trùng', by: 5 },
  });
  expect(await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Nhầm' })).toMatchObject({
    faults: [{ code: 'entry-withdrawn' }],
  });
});

test("a member cannot change a colleague's entry; the lead can, and it counts for the colleague", async () => {
  const namsEntry = { ...record(sixInstalled, { device: 9, seq: 4 }), number: 1, by: 6, receivedAt: 1_794_480_000 };
  const asMember = await hoasPhone();
  await createMemory(asMember.db, asMember.clock).keep(pageOf([namsEntry]));
  const change = { entry: '9-4', content: eightInstalled, reason: 'Đếm lại' };
  expect(await correctEntry(asMember.db, asMember.clock, change)).toMatchObject({
    faults: [{ code: 'entry-not-yours' }],
  });
  const asLead = await hoasPhone({ situation: situationOf({ role: 'villageLead' }) });
  await createMemory(asLead.db, asLead.clock).keep(pageOf([namsEntry]));
  expect(await correctEntry(asLead.db, asLead.clock, change)).toMatchObject({ kind: 'saved', seq: 1 });
  expect(await teamTotals(asLead.db, '2026-11')).toEqual({ VNEID_CAI: 8 });
  expect(await myTotals(asLead.db, '2026-11')).toEqual({});
});

test('P5: a refused record is kept with its reason, asks for attention, and still shows in the journal', async () => {
  const { db, memory } = await withOneEntry();
  await memory.settle(refusedAt(1, 'period-closed', { period: '2026-11' }));
  const { waiting, attention, through } = await outbox(db);
  expect(waiting).toEqual([]);
  expect(attention).toMatchObject([{ seq: 1, refusal: { code: 'period-closed', params: { period: '2026-11' } } }]);
  expect(through).toBe(1);
  expect(await entryById(db, '17-1')).toMatchObject({ steps: [{ where: 'needsAttention' }], unsettled: 1 });
});

test('P5: sending a refused record again writes one fresh record with its newest content and drops the old from sums', async () => {
  const { db, clock, memory } = await withOneEntry();
  await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Đếm thiếu' });
  await memory.settle(refusedAt(1, 'period-closed'));
  expect(await sendAgain(db, clock, { device: 17, seq: 1 })).toEqual({ kind: 'saved', entry: '17-3', seq: 3 });
  expect(await db.ownOperations.get([17, 1])).toMatchObject({ state: 'refused', dealtWith: { by: 3 } });
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 8 });
  // The correction of what was refused still goes out, so that no seq is missing; its refusal bothers nobody.
  expect((await memory.waiting(10)).operations.map(({ seq }) => seq)).toEqual([2, 3]);
  await memory.settle(refusedAt(2, 'entry-unknown'));
  await memory.settle(allReceived(3, 1));
  expect((await outbox(db)).attention).toEqual([]);
  expect(await unsettledCount(db)).toBe(0);
});

test('P5: correcting a refused record says it anew, without waiting for what is not there', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(refusedAt(1, 'count-too-large'));
  const written = await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Nhầm' });
  expect(written).toEqual({ kind: 'saved', entry: '17-2', seq: 2 });
  expect(await db.ownOperations.get([17, 2])).toMatchObject({ operation: { kind: 'entry.record' } });
  expect(await entryById(db, '17-1')).toBeUndefined();
});

test('P5: a refused correction is sent again as a new operation on the same entry', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(allReceived(1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Đếm thiếu' });
  await memory.settle(refusedAt(2, 'province-says-no'));
  expect(await sendAgain(db, clock, { device: 17, seq: 2 })).toEqual({ kind: 'saved', entry: '17-1', seq: 3 });
  expect((await entryById(db, '17-1'))!.steps).toEqual([
    { device: 17, seq: 1, where: 'received' },
    { device: 17, seq: 3, where: 'onPhone' },
  ]);
  expect(await sendAgain(db, clock, { device: 17, seq: 2 })).toMatchObject({ kind: 'refused' });
});

test('P5: a refused correction set aside leaves the entry as the province has it, and is kept', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(allReceived(1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Đếm thiếu' });
  await memory.settle(refusedAt(2, 'entry-withdrawn'));
  await setAside(db, clock, { device: 17, seq: 2 });
  expect(await entryById(db, '17-1')).toMatchObject({ unsettled: 0, steps: [{ seq: 1 }] });
  expect(await db.ownOperations.get([17, 2])).toMatchObject({ dealtWith: { by: 'set-aside' } });
  expect(await myTotals(db, '2026-11')).toEqual({ VNEID_CAI: 6 });
});

test('P5: a refused correction that may no longer be done stays where it was, with the reason', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(allReceived(1, 1));
  await correctEntry(db, clock, { entry: '17-1', content: eightInstalled, reason: 'Đếm thiếu' });
  await memory.settle(refusedAt(2, 'period-closed'));
  await memory.keep(pageOf([], { situation: situationOf({}, { closed: [{ period: '2026-11', closedAt: 1 }] }) }));
  expect(await sendAgain(db, clock, { device: 17, seq: 2 })).toMatchObject({ faults: [{ code: 'period-closed' }] });
  expect((await outbox(db)).attention).toMatchObject([{ seq: 2 }]);
  expect((await entryById(db, '17-1'))!.steps).toMatchObject([{ seq: 1 }, { seq: 2, where: 'needsAttention' }]);
});

test('P5, S3: withdrawing an entry whose record was refused lets it go, and tells the province just that', async () => {
  const { db, clock, memory } = await withOneEntry();
  await memory.settle(refusedAt(1, 'period-closed'));
  await withdrawEntry(db, clock, { entry: '17-1', reason: 'Thôi' });
  expect((await memory.waiting(10)).operations).toMatchObject([
    { seq: 2, kind: 'refused.let-go', body: { operations: ['17-1'] } },
  ]);
  await memory.settle(allReceived(2, 1));
  expect(await unsettledCount(db)).toBe(0);
});

test('the last entry by me is the newest day of mine that is not withdrawn', async () => {
  const { db, clock } = await withOneEntry();
  clock.pass(60_000);
  await recordHelp(db, clock, eveningInThon2({ date: '2026-11-12', counts: { DVC_HD: 2 } }));
  await recordHelp(db, clock, eveningInThon2({ date: '2026-11-10' }));
  expect((await lastEntryByMe(db))?.id).toBe('17-2');
  await withdrawEntry(db, clock, { entry: '17-2', reason: 'Nhầm' });
  expect((await lastEntryByMe(db))?.id).toBe('17-1');
});
