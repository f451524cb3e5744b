import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { photoMemory } from '#app/photo-sending.ts';
import { createPhotoCarrier, createPhotoRecall } from '#app/photo-upload.ts';
import { defaultSettings } from '#model/settings.ts';
import { paths } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { situationOf } from '#server/storage/situation.ts';
import { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { unsettledCount } from '#store/outbox.ts';
import { addPhoto, dropPhoto, hurryPhotos, photosOfEntry } from '#store/photos.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { signOut } from '#store/session.ts';
import { recallPhotos, sendPhotos } from '#sync/photos.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { jpeg } from '../support/pictures.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { signalTo, type Signal } from '../support/signal.ts';

let province: TestProvince;
let app: Awaited<ReturnType<typeof buildApp>>;
let directory: string;
let signal: Signal;
let hoa: Phone;
let db: Handbook;
let clock: TestProvince['clock'];
let entry: string;

const on = () => changeSettings(province.db, { ...defaultSettings, photos: true });
const signIn = async () =>
  keepSignIn(db, clock, {
    device: hoa.device,
    token: hoa.token,
    situation: await situationOf(province.db, hoa.person),
    holding: { highestSeq: 0, totals: {} },
  });
/** The numbers reach the province, as sync brings them. */
const numbersArrive = async () => {
  const memory = createMemory(db, clock);
  const { operations } = await memory.waiting(100);
  await memory.settle(await province.push(hoa, operations));
};
const carrier = () =>
  createPhotoCarrier(async () => ({ token: hoa.token, language: 'vi' }), {
    at: signal.url,
    file: (bytes) => Buffer.from(bytes),
  });
const send = (slow = false, giveWay = new AbortController().signal) =>
  sendPhotos(photoMemory(db), carrier(), () => slow, giveWay);
const photos = () => photosOfEntry(db, entry);
const atTheProvince = () => province.db.selectFrom('photo').select(['name', 'entry_id']).execute();
const take = async (bytes = jpeg()) => {
  const added = await addPhoto(db, clock, entry, bytes);
  if (added.kind !== 'kept') throw new Error(added.kind);
  return added.name;
};

beforeEach(async () => {
  province = await createProvince();
  ({ clock } = province);
  directory = mkdtempSync(join(tmpdir(), 'so-tay-06-photos-'));
  app = await buildApp(province, { trustProxy: false, logger: false, behindTls: false, photosDir: directory });
  await app.listen({ port: 0, host: '127.0.0.1' });
  signal = await signalTo((app.server.address() as AddressInfo).port);
  hoa = await province.phone('villageMember');
  await on();
  db = new Handbook(`photos-${Math.random()}`);
  await signIn();
  const written = await recordHelp(db, clock, eveningInThon2(), {});
  if (written.kind !== 'saved') throw new Error(written.kind);
  entry = written.entry;
});
afterEach(async () => {
  db.close();
  await signal.close();
  app.server.closeAllConnections();
  await app.close();
  await province.close();
  rmSync(directory, { recursive: true });
});

test('P2: a photo goes after the numbers, and not before the province has its entry', async () => {
  const name = await take();
  expect(await send()).toBeNull();
  expect(await atTheProvince()).toEqual([]);
  await numbersArrive();
  expect(await send()).toBeNull();
  expect(await atTheProvince()).toEqual([{ name, entry_id: entry }]);
  expect(await photos()).toMatchObject([{ state: 'received', refusal: null }]);
});

test('P3: an upload that broke off goes on where it broke off, and the photo is there once', async () => {
  const photo = jpeg({ bytes: 300_000 });
  const name = await take(photo);
  await numbersArrive();
  const cut = signal.loseReplyTo(`PATCH ${paths.photos}/`);
  expect(await send()).toMatchObject({ kind: 'unreachable' });
  await cut;
  expect(await photos()).toMatchObject([{ state: 'waiting' }]);
  const there = statSync(join(directory, name)).size;
  expect(there).toBe(128 * 1024);
  signal.regain();

  const created: unknown[] = [];
  app.server.on('request', ({ method, headers }) => created.push([method, headers['upload-offset']]));
  expect(await send()).toBeNull();
  expect(created).toEqual([
    ['HEAD', undefined],
    ['PATCH', String(there)],
    ['PATCH', String(2 * there)],
  ]);
  expect(await photos()).toMatchObject([{ state: 'received', sent: photo.length }]);
  expect(await atTheProvince()).toHaveLength(1);
});

test('P3: the answer to the last bytes is lost: the photo is not sent again, and is there once', async () => {
  const name = await take();
  await numbersArrive();
  const cut = signal.loseReplyTo(`PATCH ${paths.photos}/`);
  await send();
  await cut;
  expect(await photos()).toMatchObject([{ state: 'waiting' }]);
  signal.regain();
  const methods: string[] = [];
  app.server.on('request', ({ method }) => methods.push(String(method)));
  await send();
  expect(methods).toEqual(['HEAD']);
  expect(await photos()).toMatchObject([{ state: 'received' }]);
  expect(readdirSync(directory).toSorted()).toEqual([name, `${name}.json`]);
});

test('over a slow link a photo waits until somebody asks', async () => {
  await take();
  await numbersArrive();
  expect(await send(true)).toBeNull();
  expect(await atTheProvince()).toEqual([]);
  await hurryPhotos(db);
  await send(true);
  expect(await atTheProvince()).toHaveLength(1);
});

test('a number that has to go breaks a photo off, and the photo goes on afterwards', async () => {
  await take(jpeg({ bytes: 300_000 }));
  await numbersArrive();
  const giveWay = new AbortController();
  app.server.once('request', () => giveWay.abort());
  expect(await send(false, giveWay.signal)).toMatchObject({ kind: 'unreachable' });
  expect(await photos()).toMatchObject([{ state: 'waiting' }]);
  await send();
  expect(await photos()).toMatchObject([{ state: 'received' }]);
});

test('P5: a photo the province will not have is kept with the reason and holds up no other', async () => {
  const bad = await take(new Uint8Array(Buffer.from('no picture')));
  const good = await take();
  await numbersArrive();
  expect(await send()).toBeNull();
  const rows = new Map((await photos()).map((row) => [row.name, row]));
  expect(rows.get(bad)).toMatchObject({ state: 'refused', refusal: { code: 'photo-unreadable' } });
  expect(rows.get(good)).toMatchObject({ state: 'received' });
  expect(await unsettledCount(db)).toBe(1);
  await dropPhoto(db, bad);
  expect(await unsettledCount(db)).toBe(0);
});

test('a province that wants none any more: the photo waits, and goes when it is wanted again', async () => {
  await take();
  await numbersArrive();
  await changeSettings(province.db, { ...defaultSettings, photos: false });
  expect(await send()).toMatchObject({ kind: 'refused', refusal: { code: 'photos-off' } });
  expect(await photos()).toMatchObject([{ state: 'waiting' }]);
  await on();
  await send();
  expect(await photos()).toMatchObject([{ state: 'received' }]);
});

test('P3: a province restored from a backup is asked about every photo again, and sent what it lost', async () => {
  await take();
  await numbersArrive();
  await send();
  await province.db.deleteFrom('photo').execute();
  rmSync(directory, { recursive: true });
  await createMemory(db, clock).reopenFrom(1);
  expect(await photos()).toMatchObject([{ state: 'waiting', sent: 0 }]);
  await numbersArrive();
  expect(await send()).toBeNull();
  expect(await photos()).toMatchObject([{ state: 'received' }]);
  expect(await atTheProvince()).toHaveLength(1);
});

test('P7: what the province does not have is not lost by signing out, nor dropped by being received', async () => {
  const name = await take();
  await numbersArrive();
  expect(await signOut(db)).toEqual({ unsettled: 1 });
  await send();
  expect(await photos()).toMatchObject([{ name, state: 'received' }]);
  expect(await signOut(db)).toBe('signed-out');
  expect(await db.photos.count()).toBe(0);
});

test('whoever finds a face on a photo the province has lets it go: without a signal it waits, then it is gone from both', async () => {
  const name = await take();
  await numbersArrive();
  expect(await send()).toBeNull();
  const recall = createPhotoRecall(async () => ({ token: hoa.token, language: 'vi' }), signal.url);
  const file = () => readdirSync(directory).includes(name);
  expect(file()).toBe(true);

  signal.lose();
  await dropPhoto(db, name);
  expect(await recallPhotos(photoMemory(db), recall)).toMatchObject({ kind: 'unreachable' });
  expect(await photos()).toMatchObject([{ state: 'leaving' }]);
  expect(await unsettledCount(db)).toBe(1);

  signal.regain();
  expect(await recallPhotos(photoMemory(db), recall)).toBeNull();
  expect([await photos(), await atTheProvince(), file()]).toEqual([[], [], false]);
  const acts = await province.db.selectFrom('audit').select(['act', 'subject', 'person_id']).execute();
  expect(acts).toContainEqual({ act: 'photo.deleted', subject: entry, person_id: hoa.person.id });
});

test('P3: the answer that a photo is gone was lost: asked again, the province says it has none, and it is gone here', async () => {
  const name = await take();
  await numbersArrive();
  expect(await send()).toBeNull();
  await dropPhoto(db, name);
  const recall = createPhotoRecall(async () => ({ token: hoa.token, language: 'vi' }), signal.url);
  const cut = signal.loseReplyTo(`DELETE ${paths.photos}/`);
  expect(await recallPhotos(photoMemory(db), recall)).toMatchObject({ kind: 'unreachable' });
  await cut;
  signal.regain();
  expect(await recallPhotos(photoMemory(db), recall)).toBeNull();
  expect(await photos()).toEqual([]);
});
