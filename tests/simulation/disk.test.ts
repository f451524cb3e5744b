import { expect, test } from 'vitest';
import { draft, keepDraft } from '#store/draft.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { hoasPhone, newHandbook } from '../support/device.ts';
import { diskOf } from '../support/disk.ts';
import { eveningInThon2 } from '../support/entries.ts';

test.each(['write', 'commit'] as const)(
  'W2: a phone that is full at the %s says so and keeps the draft',
  async (at) => {
    const { db, clock } = await hoasPhone();
    const disk = diskOf(db.name);
    await keepDraft(db, clock, 'log', { typed: 1 });
    disk.fill(at);
    expect(await recordHelp(db, clock, eveningInThon2(), { draft: 'log' })).toEqual({
      kind: 'not-stored',
      why: 'full',
    });
    expect(disk.refusals()).toBe(1);
    disk.free();
    expect((await outbox(db)).waiting).toEqual([]);
    expect((await session(db))!.nextSeq).toBe(1);
    expect((await draft(db, 'log'))?.value).toEqual({ typed: 1 });
    expect(await recordHelp(db, clock, eveningInThon2(), { draft: 'log' })).toMatchObject({ kind: 'saved', seq: 1 });
  },
);

test('W1: a browser killed at any step of a save leaves all of it or nothing, and what was said to be saved is there', async () => {
  const came = { whole: 0, notAtAll: 0 };
  for (let steps = 0; steps < 12; steps++) {
    const { db, clock } = await hoasPhone();
    const disk = diskOf(db.name);
    disk.dieAfter(steps, () => db.close());
    const told = await recordHelp(db, clock, eveningInThon2()).catch(() => 'killed' as const);
    disk.spare();
    db.close();
    const again = newHandbook(db.name);
    const { waiting } = await outbox(again);
    const { nextSeq } = (await session(again))!;
    expect([waiting.length, await again.entries.count(), nextSeq - 1]).toEqual(
      waiting.length === 1 ? [1, 1, 1] : [0, 0, 0],
    );
    const saidToBeSaved = told !== 'killed' && told.kind === 'saved';
    expect(waiting.length).toBeGreaterThanOrEqual(saidToBeSaved ? 1 : 0);
    came[waiting.length === 1 ? 'whole' : 'notAtAll']++;
  }
  expect(came.whole).toBeGreaterThan(0);
  expect(came.notAtAll).toBeGreaterThan(0);
});

test('a browser that throws its storage away leaves nothing', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  db.close();
  const disk = diskOf(db.name);
  expect(disk.rows('ownOperations')).toHaveLength(1);
  await disk.erase();
  expect(disk.rows('ownOperations')).toEqual([]);
  expect(await session(newHandbook(db.name))).toBeUndefined();
});
