import { IDBDatabase } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { recordHelp } from '#store/record-help.ts';
import { draft, keepDraft } from '#store/draft.ts';
import { entryById } from '#store/journal.ts';
import { outbox } from '#store/outbox.ts';
import { session } from '#store/session.ts';
import { hoasPhone, newHandbook, situationOf } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';

test('I1, I3: the first two outreaches on a phone are operations 1 and 2, and the entries bear their names', async () => {
  const { db, clock } = await hoasPhone();
  expect(await recordHelp(db, clock, eveningInThon2())).toEqual({ kind: 'saved', entry: '17-1', seq: 1 });
  expect(await recordHelp(db, clock, eveningInThon2())).toEqual({ kind: 'saved', entry: '17-2', seq: 2 });
  const { waiting, through } = await outbox(db);
  expect(waiting.map(({ operation }) => operation)).toMatchObject([
    { device: 17, seq: 1, at: clock.now() / 1000, unit: '18124-02', kind: 'entry.record', body: eveningInThon2() },
    { device: 17, seq: 2 },
  ]);
  expect(through).toBe(0);
});

test('W1: what was saved is there, row and operation, after the app was closed and opened again', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  db.close();
  const again = newHandbook(db.name);
  expect(await entryById(again, '17-1')).toMatchObject({
    author: 5,
    date: '2026-11-12',
    unsettled: 1,
    steps: [{ device: 17, seq: 1, where: 'onPhone' }],
  });
  expect((await outbox(again)).waiting).toHaveLength(1);
});

test('W1: row and operation are written in one transaction that waits for the disk', async () => {
  const asked: { stores: string[]; mode: unknown; durability: unknown }[] = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    asked.push({ stores: [...stores], mode, durability: options?.durability });
    return transaction.call(this, stores, mode, options);
  };
  try {
    const { db, clock } = await hoasPhone();
    asked.length = 0;
    await recordHelp(db, clock, eveningInThon2());
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ mode: 'readwrite', durability: 'strict' });
  expect(asked[0]!.stores).toEqual(expect.arrayContaining(['entries', 'ownOperations', 'notebook', 'drafts']));
});

test('W1: when the operation cannot be written there is no row either', async () => {
  const { db, clock } = await hoasPhone();
  // As a bug would: the seq is taken.
  await recordHelp(db, clock, eveningInThon2());
  await db.notebook.put({ ...(await session(db))!, nextSeq: 1 });
  await db.entries.clear();
  await expect(recordHelp(db, clock, eveningInThon2())).rejects.toThrow(/ConstraintError|Key already exists/);
  expect(await db.entries.count()).toBe(0);
});

test('W2: on a full phone the person is told, nothing half-written stays, and the draft is still there', async () => {
  const { db, clock } = await hoasPhone();
  await keepDraft(db, clock, 'log', { typed: 'VNEID_CAI 6' });
  db.entries.hook('creating', () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  expect(await recordHelp(db, clock, eveningInThon2(), { draft: 'log' })).toEqual({ kind: 'not-stored', why: 'full' });
  expect((await draft(db, 'log'))?.value).toEqual({ typed: 'VNEID_CAI 6' });
  expect(await db.entries.count()).toBe(0);
  expect((await outbox(db)).waiting).toEqual([]);
  expect((await session(db))!.nextSeq).toBe(1);
});

test('W2: where the browser forbids storage the person is told so', async () => {
  const { db, clock } = await hoasPhone();
  db.close();
  expect(await recordHelp(db, clock, eveningInThon2())).toEqual({ kind: 'not-stored', why: 'blocked' });
});

test('the draft goes with the save', async () => {
  const { db, clock } = await hoasPhone();
  await keepDraft(db, clock, 'log', {});
  await recordHelp(db, clock, eveningInThon2(), { draft: 'log' });
  expect(await draft(db, 'log')).toBeUndefined();
});

test('I1: two tabs that save at once never share a seq, and leave none out', async () => {
  const { db, clock } = await hoasPhone();
  const otherTab = newHandbook(db.name);
  const saves = Array.from({ length: 20 }, (_, i) => recordHelp(i % 2 ? db : otherTab, clock, eveningInThon2()));
  const seqs = (await Promise.all(saves)).map((written) => (written.kind === 'saved' ? written.seq : 0));
  expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('a wrong entry is refused before anything is written, and a doubtful one is believed', async () => {
  const { db, clock } = await hoasPhone();
  const wrong = await recordHelp(db, clock, eveningInThon2({ counts: { VNEID_CAI: -1 } }));
  expect(wrong).toMatchObject({ kind: 'refused', faults: [{ code: 'count-not-whole', field: 'VNEID_CAI' }] });
  expect(await db.ownOperations.count()).toBe(0);
  const unusual = await recordHelp(db, clock, eveningInThon2({ counts: { VNEID_CAI: 101 } }));
  expect(unusual).toMatchObject({ kind: 'saved', seq: 1 });
});

test('S3: nothing is saved into a month that the commune has closed', async () => {
  const { db, clock } = await hoasPhone({
    situation: situationOf({}, { closed: [{ period: '2026-11', closedAt: 1_794_000_000 }] }),
  });
  expect(await recordHelp(db, clock, eveningInThon2())).toMatchObject({
    kind: 'refused',
    faults: [{ code: 'period-closed', params: { period: '2026-11' } }],
  });
});

test('an officer, and a person who signed out in another tab, save nothing', async () => {
  const { db, clock } = await hoasPhone({ situation: situationOf({ role: 'communeOfficer', unit: '18124' }) });
  expect(await recordHelp(db, clock, eveningInThon2())).toMatchObject({
    kind: 'refused',
    faults: [{ code: 'role-may-not-save' }],
  });
  const out = newHandbook();
  expect(await recordHelp(out, clock, eveningInThon2())).toMatchObject({ kind: 'refused' });
});
