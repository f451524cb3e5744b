import { expect, test } from 'vitest';
import { conflicts, standing, valueOf } from '#model/record.ts';
import { draft, keepDraft } from '#store/draft.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { session } from '#store/session.ts';
import { writeRecord, writeRecords } from '#store/write-record.ts';
import { chalkboard, sweeping } from '../support/chalkboard.ts';
import { hoasPhone, situationOf } from '../support/device.ts';
import { diskOf } from '../support/disk.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived, pageOf, refusedAt } from '../support/receipts.ts';
import { held, write } from '../support/record-writes.ts';

const november = 'sweeping:18124-02:2026-11';
const thon2 = '18124-02';

const sweep = (phone: Awaited<ReturnType<typeof hoasPhone>>, set: Record<string, boolean | string>) =>
  writeRecord(phone.db, phone.clock, sweeping, thon2, { record: november, set });

test('W1, I3: a write saves the row and its operation together; what it makes is named by it', async () => {
  const { db, clock } = await hoasPhone();
  await recordHelp(db, clock, eveningInThon2());
  const written = await writeRecord(db, clock, chalkboard, thon2, { set: { text: 'Họp 19:00' } });
  expect(written).toEqual({ kind: 'saved', entry: '17-2', seq: 2 });
  expect(await recordsOfType(db, 'chalkboard')).toMatchObject([
    { id: '17-2', unit: thon2, steps: [{ device: 17, seq: 2, where: 'onPhone' }], unsettled: 1 },
  ]);
  expect((await outbox(db)).waiting.map(({ operation }) => operation)).toMatchObject([
    { seq: 1, kind: 'entry.record' },
    { seq: 2, kind: 'record.write', unit: thon2, body: { type: 'chalkboard', set: { text: 'Họp 19:00' } } },
  ]);
  expect((await session(db))?.nextSeq).toBe(3);
});

test('I3: what exists without anybody making it is written under its own name, and nothing else is', async () => {
  const phone = await hoasPhone();
  expect(await sweep(phone, { done: true })).toMatchObject({ kind: 'saved', entry: november });
  expect(valueOf((await recordById(phone.db, november))?.record, 'done')).toBe(true);
  const other = { record: 'sweeping:18124-02:2026-13', set: { done: true } };
  expect(await writeRecord(phone.db, phone.clock, sweeping, thon2, other)).toMatchObject({
    kind: 'refused',
    faults: [{ code: 'record-malformed' }],
  });
});

test('a write that the rules refuse leaves nothing behind, not even the draft gone', async () => {
  const { db, clock } = await hoasPhone();
  await keepDraft(db, clock, 'board', { text: 'Hỏi ông A, 001088001234' });
  const numbered = { set: { text: 'Hỏi ông A, 001088001234' } };
  const refused = await writeRecord(db, clock, chalkboard, thon2, numbered, { draft: 'board' });
  expect(refused).toMatchObject({ kind: 'refused', faults: [{ code: 'note-has-id-number' }] });
  expect(await db.ownOperations.count()).toBe(0);
  expect(await draft(db, 'board')).toBeDefined();
  await writeRecord(db, clock, chalkboard, thon2, { set: { text: 'Họp 19:00' } }, { draft: 'board' });
  expect(await draft(db, 'board')).toBeUndefined();
});

test('a member writes nothing into what is the commune’s', async () => {
  const { db, clock } = await hoasPhone();
  expect(await writeRecord(db, clock, chalkboard, '18124', { set: { text: 'Họp 19:00' } })).toMatchObject({
    kind: 'refused',
    faults: [{ code: 'unit-not-yours' }],
  });
});

test('M2: a second write of a field replaces the first: taking a tick back within 8 seconds is one', async () => {
  const phone = await hoasPhone();
  await sweep(phone, { done: true });
  await sweep(phone, { done: false });
  const { record } = (await recordById(phone.db, november))!;
  expect(valueOf(record, 'done')).toBe(false);
  expect(conflicts(record)).toEqual([]);
});

test('M2: two members tick and untick without knowing of each other: one counts, the other is flagged, a person decides', async () => {
  const phone = await hoasPhone();
  await sweep(phone, { done: true });
  const nams = write({ type: 'sweeping', record: november, set: { done: false } }, { device: 9, at: 1_794_440_000 });
  await createMemory(phone.db, phone.clock).keep(pageOf([held(nams)]));
  const flagged = (await recordById(phone.db, november))!;
  expect(standing(flagged.record, 'done')).toMatchObject({ value: true, lost: [{ value: false, by: 6 }] });
  expect(flagged.steps.map(({ where }) => where)).toEqual(['received', 'onPhone']);
  await sweep(phone, { done: false });
  const decided = (await recordById(phone.db, november))!.record;
  expect(standing(decided, 'done')).toMatchObject({ value: false, lost: [] });
});

test('P4, P5: what the province answers shows on the record: received, or to be looked at', async () => {
  const phone = await hoasPhone();
  await sweep(phone, { done: true });
  await sweep(phone, { note: 'Hai người' });
  const memory = createMemory(phone.db, phone.clock);
  await memory.settle(allReceived(1, 1));
  await memory.settle(refusedAt(2, 'period-closed'));
  const row = (await recordById(phone.db, november))!;
  expect(row.steps.map(({ where }) => where)).toEqual(['received', 'needsAttention']);
  expect(row.unsettled).toBe(1);
  // It still shows: nothing is rolled back under a person's eyes.
  expect(valueOf(row.record, 'note')).toBe('Hai người');
});

test('M3: a phone whose clock runs a day ahead learns when the province had its write, also from a second receipt', async () => {
  const phone = await hoasPhone();
  const rightly = Math.floor(phone.clock.now() / 1000);
  phone.clock.set(phone.clock.now() + 86_400_000);
  await sweep(phone, { done: true });
  const late = { ...allReceived(1, 1), at: rightly + 500, ahead: [[1, rightly + 60]] as [number, number][] };
  await createMemory(phone.db, phone.clock).settle(late);
  const { record } = (await recordById(phone.db, november))!;
  expect(standing(record, 'done')?.at).toBe(rightly + 60);
});

test('W1: several writes are saved together, each the next operation', async () => {
  const { db, clock } = await hoasPhone();
  const months = ['10', '11', '12'].map((month) => ({
    unit: thon2,
    record: `sweeping:18124-02:2026-${month}`,
    set: { done: true },
  }));
  const saved = await writeRecords(db, clock, sweeping, [...months, { ...months[0]!, set: { note: 'Sạch' } }]);
  expect(saved).toEqual({
    kind: 'saved',
    records: [...months, months[0]!].map(({ record }) => record),
    seqs: [1, 2, 3, 4],
  });
  expect(await db.ownOperations.count()).toBe(4);
  expect((await recordById(db, months[0]!.record))!.steps).toHaveLength(2);
  expect((await session(db))?.nextSeq).toBe(5);
});

test('W1: of several writes, one that the rules refuse stops all, and says which it was', async () => {
  const { db, clock } = await hoasPhone();
  const right = { unit: thon2, record: november, set: { done: true } };
  const refused = await writeRecords(db, clock, sweeping, [right, { ...right, set: { done: 'có' } }]);
  expect(refused).toMatchObject({ kind: 'refused', which: 1, faults: [{ code: 'record-malformed' }] });
  expect(await db.ownOperations.count()).toBe(0);
  expect(await db.records.count()).toBe(0);
});

test('W2: where the phone refuses to keep a write, the person is told and nothing half-written stays', async () => {
  const { db, clock } = await hoasPhone();
  db.records.hook('creating', () => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const written = await writeRecord(db, clock, sweeping, thon2, { record: november, set: { done: true } });
  expect(written).toEqual({ kind: 'not-stored', why: 'full' });
  expect(await db.ownOperations.count()).toBe(0);
  expect((await session(db))?.nextSeq).toBe(1);
});

test.each([0, 1, 2])(
  'W2: a phone that is full at write %i of several says so, and keeps none of them',
  async (after) => {
    const { db, clock } = await hoasPhone();
    const disk = diskOf(db.name);
    disk.fill('write', after);
    const right = { unit: thon2, record: november, set: { done: true } };
    expect(await writeRecords(db, clock, sweeping, [right, right])).toEqual({ kind: 'not-stored', why: 'full' });
    disk.free();
    expect([await db.ownOperations.count(), await db.records.count()]).toEqual([0, 0]);
    expect(await writeRecord(db, clock, sweeping, thon2, right)).toMatchObject({ kind: 'saved', seq: 1 });
  },
);

test('an officer writes over what the province’s page shows, which the device does not hold itself', async () => {
  const officer = situationOf({ role: 'provinceOfficer', unit: '42' });
  const { db, clock } = await hoasPhone({ situation: officer });
  const operation = write({ type: 'sweeping', record: november, set: { done: false } }, { device: 9 });
  const version = { op: '9-1', value: false, at: operation.at, by: 6, seen: [] };
  const base = { id: november, type: 'sweeping', unit: thon2, fields: { done: [version] }, lists: {} };
  await writeRecord(db, clock, sweeping, thon2, { record: november, set: { done: true }, base });
  await writeRecord(db, clock, sweeping, thon2, { record: november, set: { done: false }, base });
  const bodies = (await outbox(db)).waiting.map(({ operation: { body } }) => body);
  expect(bodies).toMatchObject([{ seen: { done: ['9-1'] } }, { seen: { done: ['17-1'] } }]);
});
