import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { carriedByUs, takeInBundle } from '#store/carried.ts';
import { Handbook, type OwnOperationRow } from '#store/database.ts';
import { draft, keepDraft } from '#store/draft.ts';
import { entriesBetween } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { recordsOfType } from '#store/records.ts';
import { replayKept } from '#store/replay-kept.ts';
import { session } from '#store/session.ts';
import { hoasPhone } from '../support/device.ts';
import { clockAt } from '../support/clock.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived } from '../support/receipts.ts';
import { held, write } from '../support/record-writes.ts';

/** The tables as the app of November 2026 made them. */
const asItWas = {
  notebook: 'key',
  ownOperations: '[device+seq], state, operation.body.entry',
  acceptedOperations: '[device+seq], body.entry',
  entries: 'id, date, unsettled',
  drafts: 'form',
  views: 'name, wantedAt',
};

/** What the app of version 2 added: bundles, and what is carried for colleagues. */
const asItBecame = { ...asItWas, bundles: 'id, last', carried: 'id, state' };

/** A phone of version 1 with all that another holds: some received, much waiting, a form begun. */
const phoneOfVersion1 = async (entries: number): Promise<string> => {
  const { db, clock } = await hoasPhone();
  for (let i = 0; i < 5; i++) await recordHelp(db, clock, eveningInThon2());
  await createMemory(db, clock).settle(allReceived(1, 2));
  await keepDraft(db, clock, 'log', { note: 'đang viết dở' });
  const old = new Dexie(`${db.name}-of-version-1`);
  old.version(1).stores(asItWas);
  for (const table of Object.keys(asItWas)) {
    const rows: unknown[] = await db.table(table).toArray();
    await old.table(table).bulkAdd(rows);
  }
  const [row] = await db.ownOperations.where('state').equals('waiting').toArray();
  const more = Array.from({ length: entries - 5 }, (_, i): OwnOperationRow => {
    const seq = 6 + i;
    return { ...row!, seq, operation: { ...row!.operation, seq } };
  });
  await old.table('ownOperations').bulkAdd(more);
  await old.table('notebook').update('me', { nextSeq: entries + 1 });
  old.close();
  return old.name;
};

test('P7: version 1 of the memory, with 10,000 operations waiting, opens as version 4 with nothing missing', async () => {
  const name = await phoneOfVersion1(10_000);
  const before = new Dexie(name);
  await before.open();
  const kept = new Map<string, unknown[]>();
  for (const { name: table } of before.tables) kept.set(table, await before.table(table).toArray());
  expect(before.verno).toBe(1);
  before.close();

  const db = new Handbook(name);
  expect([...kept.keys()].toSorted()).toEqual(Object.keys(asItWas).toSorted());
  for (const [table, rows] of kept) expect([table, await db.table(table).toArray()]).toEqual([table, rows]);
  expect(db.verno).toBe(4);
  expect(await db.records.count()).toBe(0);
  expect((await outbox(db)).waiting).toHaveLength(9_998);
  expect(await entriesBetween(db, '2026-01-01', '2026-12-31')).toHaveLength(5);
  expect((await draft(db, 'log'))?.value).toEqual({ note: 'đang viết dở' });
  db.close();
});

test('L4: a phone of version 2 that kept writes to records without understanding them shows them after its update', async () => {
  const { db: now, clock } = await hoasPhone();
  await recordHelp(now, clock, eveningInThon2());
  const old = new Dexie(`${now.name}-of-version-2`);
  old.version(2).stores(asItBecame);
  for (const table of Object.keys(asItBecame)) await old.table(table).bulkAdd(await now.table(table).toArray());
  const body = { type: 'sweeping', record: 'sweeping:18124-02:2026-11', set: { done: true } };
  await old.table('acceptedOperations').add(held(write(body, { device: 9 })));
  await old.table('notebook').put({ key: 'understood', kinds: ['entry.record', 'entry.correct', 'entry.withdraw'] });
  old.close();

  const db = new Handbook(old.name);
  await replayKept(db);
  expect(await recordsOfType(db, 'sweeping')).toMatchObject([
    { id: 'sweeping:18124-02:2026-11', unit: '18124-02', steps: [{ device: 9, seq: 1, where: 'received' }] },
  ]);
  expect((await outbox(db)).waiting).toHaveLength(1);
  db.close();
});

test('W1: work goes on where it was: the next operation has the next seq, and what is new has its tables', async () => {
  const [db, clock] = [new Handbook(await phoneOfVersion1(5)), clockAt()];
  expect(await recordHelp(db, clock, eveningInThon2())).toMatchObject({ kind: 'saved', seq: 6 });
  expect((await session(db))?.nextSeq).toBe(7);
  await takeInBundle(db, clock, { id: 'one', text: 'ST06.1.h..i.c.t' });
  expect(await carriedByUs(db)).toHaveLength(1);
});
