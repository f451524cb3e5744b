import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { carriedByUs, takeInBundle } from '#store/carried.ts';
import { Handbook, type OwnOperationRow } from '#store/database.ts';
import { draft, keepDraft } from '#store/draft.ts';
import { entriesBetween } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { hoasPhone } from '../support/device.ts';
import { clockAt } from '../support/clock.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived } from '../support/receipts.ts';

/** The tables as the app of November 2026 made them. */
const asItWas = {
  notebook: 'key',
  ownOperations: '[device+seq], state, operation.body.entry',
  acceptedOperations: '[device+seq], body.entry',
  entries: 'id, date, unsettled',
  drafts: 'form',
  views: 'name, wantedAt',
};

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

test('P7: version 1 of the memory, with 10,000 operations waiting, opens as version 2 with nothing missing', async () => {
  const name = await phoneOfVersion1(10_000);
  const before = new Dexie(name);
  await before.open();
  const held = new Map<string, unknown[]>();
  for (const { name: table } of before.tables) held.set(table, await before.table(table).toArray());
  expect(before.verno).toBe(1);
  before.close();

  const db = new Handbook(name);
  expect([...held.keys()].toSorted()).toEqual(Object.keys(asItWas).toSorted());
  for (const [table, rows] of held) expect([table, await db.table(table).toArray()]).toEqual([table, rows]);
  expect(db.verno).toBe(2);
  expect((await outbox(db)).waiting).toHaveLength(9_998);
  expect(await entriesBetween(db, '2026-01-01', '2026-12-31')).toHaveLength(5);
  expect((await draft(db, 'log'))?.value).toEqual({ note: 'đang viết dở' });
  db.close();
});

test('W1: work goes on where it was: the next operation has the next seq, and what is new has its tables', async () => {
  const [db, clock] = [new Handbook(await phoneOfVersion1(5)), clockAt()];
  expect(await recordHelp(db, clock, eveningInThon2())).toMatchObject({ kind: 'saved', seq: 6 });
  expect((await session(db))?.nextSeq).toBe(7);
  await takeInBundle(db, clock, { id: 'one', text: 'ST06.1.h..i.c.t' });
  expect(await carriedByUs(db)).toHaveLength(1);
});
