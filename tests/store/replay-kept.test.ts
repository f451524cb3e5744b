import { expect, test } from 'vitest';
import { isKnown } from '#model/operation.ts';
import { entryById, teamTotals } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { replayKept } from '#store/replay-kept.ts';
import { hoasPhone } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { accepted, record, withdrawal } from '../support/operations.ts';
import { pageOf } from '../support/receipts.ts';

const installed = (many: number) => eveningInThon2({ counts: { VNEID_CAI: many } });

/**
 * Hoa's phone as an app would have left it that did not know withdrawals: Nam's two entries, and his withdrawal of the
 * first kept beside them without taking part.
 */
const afterAnAppThatKnewLess = async () => {
  const { db, clock } = await hoasPhone();
  const [first, second, withdrawn] = accepted(
    [
      record(installed(3), { device: 9, seq: 1 }),
      record(installed(4), { device: 9, seq: 2 }),
      withdrawal('9-1', { device: 9, seq: 3 }),
    ],
    6,
  );
  await createMemory(db, clock).keep(pageOf([first!, second!], { cursor: 2 }));
  await db.acceptedOperations.put(withdrawn!);
  await db.notebook.put({ key: 'understood', kinds: ['entry.record', 'entry.correct'] });
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 7 });
  return { db, clock };
};

test('L4: after its update the app replays what it had kept without understanding it, and only then', async () => {
  const { db } = await afterAnAppThatKnewLess();
  await replayKept(db);
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 4 });
  expect((await entryById(db, '9-1'))!.entry.withdrawal).toMatchObject({ reason: 'Ghi trùng' });
  expect((await db.notebook.get('understood'))!).toMatchObject({ kinds: expect.arrayContaining(['entry.withdraw']) });
  await replayKept(db);
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 4 });
});

test('L3, L4: what waits on the phone stays on top of what is replayed', async () => {
  const { db, clock } = await afterAnAppThatKnewLess();
  await recordHelp(db, clock, installed(10));
  await replayKept(db);
  expect(await teamTotals(db, '2026-11')).toEqual({ VNEID_CAI: 14 });
  expect((await outbox(db)).waiting).toHaveLength(1);
});

test('L4: an app put back to an older one writes down that it knows less, so that the next update replays again', async () => {
  const { db } = await hoasPhone();
  await db.notebook.put({
    key: 'understood',
    kinds: ['entry.record', 'entry.correct', 'entry.withdraw', 'entry.merge'],
  });
  await replayKept(db);
  expect(await db.notebook.get('understood')).toMatchObject({ kinds: expect.not.arrayContaining(['entry.merge']) });
});

test("L4: a phone's own operations of a kind it no longer knows are sent on as they were written", async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, installed(1));
  const row = (await outbox(db)).waiting[0]!;
  const newer = { ...row.operation, seq: 2, kind: 'task.tick', body: { task: 't-1', done: true }, signedBy: 'k1' };
  await db.ownOperations.add({ ...row, seq: 2, operation: newer });
  await replayKept(db);
  const { operations } = await createMemory(db, clock).waiting(10);
  expect(operations.map(isKnown)).toEqual([true, false]);
  expect(operations[1]).toEqual(newer);
});

test('L4: a field of a newer app stays on the entry, and on what is kept of it', async () => {
  const { db, clock } = await hoasPhone();
  const withPhoto = { ...installed(3), photo: 'p-1' };
  await createMemory(db, clock).keep(pageOf(accepted([record(withPhoto, { device: 9, seq: 1 })], 6), { cursor: 1 }));
  expect((await entryById(db, '9-1'))!.entry.revisions[0].content).toEqual(withPhoto);
  expect((await db.acceptedOperations.get([9, 1]))!.body).toEqual(withPhoto);
});
