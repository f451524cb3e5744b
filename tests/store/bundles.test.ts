import { expect, test } from 'vitest';
import { packAll } from '#app/packing.ts';
import { takeInAll } from '#app/taking-in.ts';
import { carriedText, readCarried } from '#protocol/bundle.ts';
import { entryById } from '#store/journal.ts';
import { createMemory } from '#store/memory.ts';
import { outbox } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session, signOut } from '#store/session.ts';
import { signingKey } from '#store/signing-key.ts';
import { hoasPhone, newHandbook, signInAnswer } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { provinceSeal } from '../support/province-seal.ts';
import { allReceived, refusedAt } from '../support/receipts.ts';
import { clockAt } from '../support/clock.ts';

/** Hoa's phone, which has brought its key when it signed in, with this many entries nobody has received. */
const hoaWith = async (entries: number) => {
  const province = await provinceSeal();
  const [db, clock] = [newHandbook(), clockAt()];
  await signingKey(db);
  await keepSignIn(db, clock, signInAnswer({ sealingKey: province.sealingKey }));
  for (let i = 0; i < entries; i++) await recordHelp(db, clock, eveningInThon2());
  return { db, clock, province, memory: createMemory(db, clock) };
};
const pack = async ({ db, clock }: Pick<Awaited<ReturnType<typeof hoaWith>>, 'db' | 'clock'>) => {
  const packed = await packAll(db, clock);
  if (packed.kind !== 'packed') throw new Error(packed.kind);
  return packed.bundles;
};

test('T3: a bundle holds everything that waits, from the oldest on, and says whose it is', async () => {
  const hoa = await hoaWith(3);
  await hoa.memory.settle(allReceived(1, 1));
  const [bundle, ...others] = await pack(hoa);
  expect(others).toEqual([]);
  const opened = await hoa.province.open(bundle!.text);
  expect(opened.push.operations.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(opened).toMatchObject({ device: '17', key: (await signingKey(hoa.db))!.publicKey, push: { waiting: 2 } });
});

test('T3: asked for again with nothing new it is the same bundle; with something new another, that holds all', async () => {
  const hoa = await hoaWith(2);
  const [first] = await pack(hoa);
  expect(await pack(hoa)).toEqual([first]);
  await recordHelp(hoa.db, hoa.clock, eveningInThon2());
  const [second] = await pack(hoa);
  expect(second!.id).not.toBe(first!.id);
  expect((await hoa.province.open(second!.text)).push.operations).toHaveLength(3);
});

test('T3: making a bundle settles nothing: all of it still waits on the phone', async () => {
  const hoa = await hoaWith(2);
  await pack(hoa);
  expect((await outbox(hoa.db)).waiting).toHaveLength(2);
  expect(await signOut(hoa.db)).toEqual({ unsettled: 2 });
});

test('T3: the receipt brought back settles what it speaks of: received, or refused with its reason', async () => {
  const hoa = await hoaWith(3);
  const [bundle] = await pack(hoa);
  const { receiptKey } = await hoa.province.open(bundle!.text);
  const receipt = {
    ...allReceived(1, 2),
    refused: refusedAt(3, 'period-closed', { period: '2026-10' }).refused,
    through: 3,
  };
  const text = carriedText({
    kind: 'receipt',
    bundle: bundle!.id,
    jwe: await hoa.province.receipt(receipt, receiptKey),
  });
  const taken = await takeInAll(hoa.db, hoa.clock, [`Biên nhận đây nhé: ${text}`]);
  expect(taken).toEqual({ found: [{ kind: 'received', received: 2, refused: 1 }] });
  const { waiting, attention } = await outbox(hoa.db);
  expect([waiting.length, attention.length]).toEqual([0, 1]);
  expect(await entryById(hoa.db, '17-1')).toMatchObject({ steps: [{ where: 'received' }] });
  expect((await takeInAll(hoa.db, hoa.clock, [text])).found).toEqual([{ kind: 'received', received: 0, refused: 0 }]);
});

test('T3: a receipt nobody can have made but the province, for a bundle of this phone; any other settles nothing', async () => {
  const hoa = await hoaWith(1);
  const [bundle] = await pack(hoa);
  const { receiptKey } = await hoa.province.open(bundle!.text);
  const forged = await hoa.province.receipt(allReceived(1, 1), crypto.getRandomValues(new Uint8Array(32)));
  const ofAnother = await hoa.province.receipt({ ...allReceived(1, 1), device: 18 }, receiptKey);
  const right = await hoa.province.receipt(allReceived(1, 1), receiptKey);
  const as = (id: string, jwe: string) => carriedText({ kind: 'receipt', bundle: id, jwe });
  const texts = [as(bundle!.id, forged), as(bundle!.id, ofAnother), as('x'.repeat(22), right)];
  expect((await takeInAll(hoa.db, hoa.clock, texts)).found).toEqual([
    { kind: 'receipt-unreadable' },
    { kind: 'receipt-unreadable' },
    { kind: 'receipt-of-another' },
  ]);
  expect((await outbox(hoa.db)).waiting).toHaveLength(1);
});

test('T3: a phone knows its own bundle when it comes back to it, and does not carry it for itself', async () => {
  const hoa = await hoaWith(1);
  const [bundle] = await pack(hoa);
  expect((await takeInAll(hoa.db, hoa.clock, [bundle!.text])).found).toEqual([{ kind: 'own', id: bundle!.id }]);
  expect(await hoa.memory.carried()).toEqual([]);
});

test('T3: without the province’s key or our own there is no bundle, and it is said why', async () => {
  const { db, clock } = await hoasPhone();
  expect(await packAll(db, clock)).toEqual({ kind: 'nothing' });
  await recordHelp(db, clock, eveningInThon2());
  expect(await packAll(db, clock)).toEqual({ kind: 'no-key' });
  expect(await packAll(newHandbook(), clock)).toEqual({ kind: 'nothing' });
});

test('T3: the signing key is made once, kept from one start to the next, and cannot be taken out', async () => {
  const db = newHandbook();
  const [one, other] = await Promise.all([signingKey(db), signingKey(newHandbook(db.name))]);
  expect(other!.publicKey).toBe(one!.publicKey);
  const kept = (await signingKey(newHandbook(db.name)))!;
  expect(kept.publicKey).toBe(one!.publicKey);
  expect(kept.sign).toMatchObject({ extractable: false, type: 'private' });
  await expect(crypto.subtle.exportKey('jwk', kept.sign)).rejects.toThrow('extractable');
});

test('T3: a phone that signed in before there were keys brings its own with the next round, and again next day if refused', async () => {
  const { db, clock } = await hoasPhone();
  const memory = createMemory(db, clock);
  const key = await memory.keyToRegister();
  expect(key).toBe((await signingKey(db))!.publicKey);
  await memory.noteKey(null);
  expect(await memory.keyToRegister()).toBeNull();
  clock.pass(24 * 3600 * 1000);
  expect(await memory.keyToRegister()).toBe(key);
  const { sealingKey } = await provinceSeal();
  await memory.noteKey(sealingKey);
  expect(await memory.keyToRegister()).toBeNull();
  expect(await session(db)).toMatchObject({ sealingKey });
});

test('T3: signing in under the same number keeps the keys; signing out ends them', async () => {
  const hoa = await hoaWith(0);
  await keepSignIn(hoa.db, hoa.clock, signInAnswer({ token: 'fresh' }));
  expect(await session(hoa.db)).toMatchObject({ token: 'fresh', sealingKey: hoa.province.sealingKey });
  const before = (await signingKey(hoa.db))!.publicKey;
  await signOut(hoa.db);
  expect((await signingKey(hoa.db))!.publicKey).not.toBe(before);
});

test('T3: what a bundle is on paper is what a colleague takes in: one line, found again whole', async () => {
  const [bundle] = await pack(await hoaWith(1));
  expect(bundle!.text).toMatch(/^ST06\.1\.[\w.-]+$/);
  expect(readCarried(bundle!.text)).toHaveLength(1);
});
