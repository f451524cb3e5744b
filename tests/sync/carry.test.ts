import { afterEach, beforeEach, expect, test } from 'vitest';
import { packAll } from '#app/packing.ts';
import { takeInAll } from '#app/taking-in.ts';
import { carriedByUs, carriedOne } from '#store/carried.ts';
import type { BundleRow } from '#store/database.ts';
import { link } from '#store/link.ts';
import { unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { signingKey } from '#store/signing-key.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { always, type Fate } from '../support/network.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

let province: TestProvince;
let hoa: SyncedPhone;
let nam: SyncedPhone;
beforeEach(async () => {
  province = await createProvince();
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'));
  nam = await syncedPhone(province, await province.person('villageLead', '18124-01', 'Trần Văn Nam'));
  // A round each, so that the keys are there; then Hoa goes where there is no signal.
  await hoa.sync();
  await nam.sync();
  hoa.fate(always({ kind: 'lost' }));
});
afterEach(async () => {
  await hoa.switchOff();
  await nam.switchOff();
  await province.close();
});

const save = async (many: number, phone = hoa) => {
  for (let i = 0; i < many; i++) await recordHelp(phone.db, phone.clock, eveningInThon2({ counts: { VNEID_CAI: 1 } }));
};
const pack = async (phone = hoa): Promise<BundleRow> => {
  const packed = await packAll(phone.db, phone.clock);
  if (packed.kind !== 'packed') throw new Error(packed.kind);
  return packed.bundles[0]!;
};
const take = (phone: SyncedPhone, text: string) => takeInAll(phone.db, phone.clock, [text]);
const receiptOf = async (phone: SyncedPhone, { id }: BundleRow) => (await carriedOne(phone.db, id))!.receipt!;
const installedIn = async (village: string) => {
  const rows = await province.db.selectFrom('rollup').select('total').where('unit_id', '=', village).execute();
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
};
const askedFor = (phone: SyncedPhone, url: string) => phone.network.asked.filter(({ request }) => request.url === url);
const only = (url: string, fate: Fate) => (request: { url: string }) =>
  request.url === url ? fate : ({ kind: 'through' } as const);

test('T3: a phone that signed in before there were keys brings its own with its first round, once', async () => {
  expect(askedFor(hoa, '/api/key')).toHaveLength(1);
  expect((await session(hoa.db))?.sealingKey).toMatch(/^[\w-]{87}$/);
  expect((await signingKey(hoa.db))?.registered).toBe(true);
});

test('T3: carried by a colleague it is received in its owner’s name, and the receipt settles it on the owner’s phone', async () => {
  await save(3);
  const bundle = await pack();
  expect((await take(nam, bundle.text)).found).toEqual([{ kind: 'taken', id: bundle.id }]);
  await nam.sync();
  expect(await carriedByUs(nam.db)).toMatchObject([{ id: bundle.id, state: 'delivered' }]);
  expect([await installedIn('18124-02'), await installedIn('18124-01')]).toEqual([3, 0]);

  expect(await unsettledCount(hoa.db)).toBe(3);
  expect((await take(hoa, await receiptOf(nam, bundle))).found).toEqual([
    { kind: 'received', received: 3, refused: 0 },
  ]);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('T3, P3: delivered by two carriers, and sent by the owner as well, it counts once', async () => {
  await save(2);
  const bundle = await pack();
  const bay = await syncedPhone(province, await province.person('communeOfficer', '18124', 'Phạm Văn Bảy'));
  for (const carrier of [nam, bay]) {
    await take(carrier, bundle.text);
    await carrier.sync();
    expect(await carriedOne(carrier.db, bundle.id)).toMatchObject({ state: 'delivered' });
  }
  await save(1);
  hoa.fate(always({ kind: 'through' }));
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedIn('18124-02')).toBe(3);
  // A receipt that comes when all is settled changes nothing.
  expect((await take(hoa, await receiptOf(bay, bundle))).found).toEqual([
    { kind: 'received', received: 0, refused: 0 },
  ]);
  await bay.switchOff();
});

test('T3, P3: the reply lost, the carrier delivers again; it counts once, and the receipt comes', async () => {
  await save(2);
  const bundle = await pack();
  nam.fate(only('/api/bundle', { kind: 'reply-lost' }));
  await take(nam, bundle.text);
  await nam.sync();
  expect(await carriedOne(nam.db, bundle.id)).toMatchObject({ state: 'waiting' });
  nam.fate(always({ kind: 'through' }));
  await nam.wait(10_000);
  expect(await carriedOne(nam.db, bundle.id)).toMatchObject({ state: 'delivered' });
  expect(await installedIn('18124-02')).toBe(2);
});

test('T3: without a signal the carrier keeps it; its own work goes first, and is never held up by what it carries', async () => {
  await save(1);
  const bundle = await pack();
  nam.fate(only('/api/bundle', { kind: 'lost' }));
  await take(nam, bundle.text);
  await save(2, nam);
  await nam.sync();
  expect(await unsettledCount(nam.db)).toBe(0);
  expect(await installedIn('18124-01')).toBe(2);
  expect(await carriedOne(nam.db, bundle.id)).toMatchObject({ state: 'waiting', tries: 0 });
  const urls = nam.network.asked.map(({ request }) => request.url);
  expect(urls.lastIndexOf('/api/push')).toBeLessThan(urls.lastIndexOf('/api/bundle'));
});

test('T3: one the province cannot read says so, is tried no more, and holds up neither the others nor the line', async () => {
  await save(1);
  const bundle = await pack();
  const ciphertext = bundle.text.lastIndexOf('.') - 1;
  const other = bundle.text[ciphertext] === 'A' ? 'B' : 'A';
  const torn = bundle.text.slice(0, ciphertext) + other + bundle.text.slice(ciphertext + 1);
  await take(nam, torn);
  await take(nam, bundle.text);
  await nam.sync();
  const states = (await carriedByUs(nam.db)).map(({ state }) => state).toSorted();
  expect(states).toEqual(['delivered', 'refused']);
  expect(await link(nam.db)).toMatchObject({ trouble: null });
  const tries = askedFor(nam, '/api/bundle').length;
  await nam.wait(24 * 3600 * 1000);
  await nam.sync();
  expect(askedFor(nam, '/api/bundle')).toHaveLength(tries);
});

test('T3, I1: a bundle that comes before the one it follows waits with the carrier, and is delivered in its turn', async () => {
  await save(2);
  const first = await pack();
  await take(hoa, first.text);
  // Its first two are received by another way the phone hears of, and a bundle of the rest is made; then the province forgets.
  const second = await createLaterBundle();
  await take(nam, second.text);
  await nam.sync();
  expect(await carriedOne(nam.db, second.id)).toMatchObject({ state: 'waiting', refusal: { code: 'seq-gap' } });
  await take(nam, first.text);
  await nam.sync();
  await nam.wait(60_000);
  await nam.sync();
  expect((await carriedByUs(nam.db)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  expect(await installedIn('18124-02')).toBe(3);
});

/** A bundle that begins where the first ended, as when work is cut into several and one of them is carried by somebody else. */
const createLaterBundle = async (): Promise<BundleRow> => {
  const rows = await hoa.db.ownOperations.toArray();
  await hoa.db.ownOperations.bulkPut(rows.map((row) => ({ ...row, state: 'received' as const })));
  await save(1);
  const later = await pack();
  await hoa.db.ownOperations.bulkPut(rows);
  return later;
};

test('T2, T3: what a revoked phone had made before waits for an officer; the carrier is told, and asks again later', async () => {
  await save(1);
  const bundle = await pack();
  await revokeDevice(province.db, hoa.device, Math.floor(province.clock.now() / 1000));
  await take(nam, bundle.text);
  await nam.sync();
  expect(await carriedOne(nam.db, bundle.id)).toMatchObject({ state: 'held', held: 'device-revoked' });
  expect(await installedIn('18124-02')).toBe(0);
  expect(await unsettledCount(hoa.db)).toBe(1);
});

test('T3: taken in on another phone of the same person, a bundle kept as a copy brings the work to the province', async () => {
  await save(2);
  const copy = await pack();
  // The first phone falls into the river.
  const second = await syncedPhone(province, hoa.person);
  await take(second, copy.text);
  await second.sync();
  expect(await installedIn('18124-02')).toBe(2);
  expect(await carriedByUs(second.db)).toMatchObject([{ state: 'delivered' }]);
  await second.switchOff();
});
