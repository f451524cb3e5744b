import { expect, test } from 'vitest';
import { conflicts, standing, valueOf } from '#model/record.ts';
import { createMemory } from '#store/memory.ts';
import { outbox, unsettledCount } from '#store/outbox.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { sendAgain, setAside } from '#store/send-again.ts';
import { writeRecord } from '#store/write-record.ts';
import { chalkboard, sweeping } from '../support/chalkboard.ts';
import { hoasPhone } from '../support/device.ts';
import { allReceived, pageOf, refusedAt } from '../support/receipts.ts';
import { held, write } from '../support/record-writes.ts';

const november = 'sweeping:18124-02:2026-11';
const thon2 = '18124-02';

/** Hoa ticked the duty; the province refused it, as it had closed the period. */
const refusedTick = async () => {
  const phone = await hoasPhone();
  const { db, clock } = phone;
  await writeRecord(db, clock, sweeping, thon2, { record: november, set: { done: true } });
  const memory = createMemory(db, clock);
  await memory.settle(refusedAt(1, 'period-closed'));
  return { ...phone, memory };
};

/** Hoa made a board and corrected its text; the province refused the making. */
const refusedBoard = async () => {
  const phone = await hoasPhone();
  const { db, clock } = phone;
  await writeRecord(db, clock, chalkboard, thon2, { set: { text: 'Họp 19:00' }, add: { answers: 'Vâng' } });
  await writeRecord(db, clock, chalkboard, thon2, { record: '17-1', set: { text: 'Họp 20:00' } });
  const memory = createMemory(db, clock);
  await memory.settle(refusedAt(1, 'unit-not-yours'));
  return { ...phone, memory };
};

test('I2, P5: a refused write sent again is a new operation, and the old one asks for attention no more', async () => {
  const { db, clock, memory } = await refusedTick();
  expect(await sendAgain(db, clock, { device: 17, seq: 1 })).toEqual({ kind: 'saved', entry: november, seq: 2 });
  expect(await outbox(db)).toMatchObject({ waiting: [{ seq: 2, state: 'waiting' }], attention: [] });
  expect(await db.ownOperations.get([17, 1])).toMatchObject({ state: 'refused', dealtWith: { by: 2 } });
  await memory.settle(allReceived(2, 1));
  const row = (await recordById(db, november))!;
  expect(row).toMatchObject({ unsettled: 0, steps: [{ seq: 2, where: 'received' }] });
  expect(valueOf(row.record, 'done')).toBe(true);
  expect(row.record.fields['done']).toHaveLength(1);
});

test('M2: what a colleague wrote meanwhile is not replaced unseen by a write sent again', async () => {
  const { db, clock, memory } = await refusedTick();
  const nams = write({ type: 'sweeping', record: november, set: { done: false } }, { device: 9, at: 1_794_440_000 });
  await memory.keep(pageOf([held(nams)]));
  await sendAgain(db, clock, { device: 17, seq: 1 });
  const { record } = (await recordById(db, november))!;
  expect(standing(record, 'done')).toMatchObject({ value: true, lost: [{ value: false, by: 6 }] });
});

test('P5: a refused making takes what was written into it along, under a new name, in its order', async () => {
  const { db, clock } = await refusedBoard();
  expect(await sendAgain(db, clock, { device: 17, seq: 1 })).toEqual({ kind: 'saved', entry: '17-3', seq: 3 });
  const boards = await recordsOfType(db, 'chalkboard');
  expect(boards).toMatchObject([{ id: '17-3', steps: [{ seq: 3 }, { seq: 4 }] }]);
  expect(valueOf(boards[0]!.record, 'text')).toBe('Họp 20:00');
  expect(conflicts(boards[0]!.record)).toEqual([]);
  expect(boards[0]!.record.lists['answers']).toHaveLength(1);
  expect((await outbox(db)).waiting.map(({ seq }) => seq)).toEqual([3, 4]);
});

test('P5: a refused making let go lets go what was written into it; all of it stays on the phone', async () => {
  const { db, clock, memory } = await refusedBoard();
  expect(await setAside(db, clock, { device: 17, seq: 1 })).toMatchObject({ kind: 'saved', entry: '17-1' });
  expect(await recordsOfType(db, 'chalkboard')).toEqual([]);
  await memory.settle(refusedAt(2, 'record-unknown'));
  expect(await unsettledCount(db)).toBe(0);
  expect(await db.ownOperations.count()).toBe(2);
});

test('P5: a refused tick let go shows what stood before it', async () => {
  const { db, clock } = await refusedTick();
  await setAside(db, clock, { device: 17, seq: 1 });
  expect(await recordById(db, november)).toBeUndefined();
  expect(await db.ownOperations.get([17, 1])).toMatchObject({ dealtWith: { by: 'set-aside' } });
});
