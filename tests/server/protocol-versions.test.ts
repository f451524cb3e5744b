import '../support/indexed-db.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paths, protocolVersion, understood, type Understood } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import { link } from '#store/link.ts';
import { unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

let province: TestProvince;
let app: FastifyInstance;
let hoa: SyncedPhone;

const quiet = { trustProxy: false, logger: false, behindTls: false } as const;
/** The same province, with its data, in another version of its program. */
const provinceUnderstands = async (versions: Understood) => {
  await app?.close();
  app = await buildApp(province, { ...quiet, versions });
};
beforeEach(async () => {
  province = await createProvince();
  const person = await province.person('villageMember', '18124-02', 'Lê Thị Hoa');
  await provinceUnderstands(understood);
  hoa = await syncedPhone({ ...province, app: async () => app }, person);
});
afterEach(async () => {
  await hoa.switchOff();
  await app.close();
  await province.close();
});

const savedAndTried = async () => {
  await recordHelp(hoa.db, hoa.clock, eveningInThon2());
  await hoa.sync();
};
const operationsHeld = async () => (await province.db.selectFrom('operation').select('seq').execute()).length;
const refusalSeen = async () => {
  const { trouble } = await link(hoa.db);
  return trouble?.kind === 'refused' ? trouble.refusal : undefined;
};

test('L4: a province one version ahead of a phone takes what it sends and answers what it asks', async () => {
  await provinceUnderstands({ oldest: protocolVersion, newest: protocolVersion + 1 });
  await savedAndTried();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await link(hoa.db)).toMatchObject({ trouble: null });
});

test('L4: an app older than that is told to update, in words, and keeps what it has until it did', async () => {
  await provinceUnderstands({ oldest: protocolVersion + 1, newest: protocolVersion + 2 });
  await savedAndTried();
  expect(await refusalSeen()).toMatchObject({
    code: 'app-too-old',
    message: expect.stringMatching(/cập nhật.*số liệu vẫn còn trên máy/),
  });
  expect(await link(hoa.db)).toMatchObject({ nextTryAt: null });
  expect([await unsettledCount(hoa.db), await operationsHeld()]).toEqual([1, 0]);

  // After the update, as far as the province can tell: its version is understood.
  await provinceUnderstands(understood);
  await hoa.sync();
  expect([await unsettledCount(hoa.db), await operationsHeld()]).toEqual([0, 1]);
});

test('L4: an app newer than the province waits, and sends by itself once the province is updated', async () => {
  await provinceUnderstands({ oldest: protocolVersion - 2, newest: protocolVersion - 1 });
  await savedAndTried();
  expect(await refusalSeen()).toMatchObject({
    code: 'province-too-old',
    message: expect.stringMatching(/Số liệu vẫn còn trên máy/),
  });
  expect([await unsettledCount(hoa.db), await operationsHeld()]).toEqual([1, 0]);

  await provinceUnderstands(understood);
  await hoa.wait(5 * 60_000);
  expect([await unsettledCount(hoa.db), await operationsHeld()]).toEqual([0, 1]);
});

test('L4: the version is looked at before who asks, on every path; whoever names none is no phone and is answered', async () => {
  const ask = (url: string, headers: Record<string, string>) => app.inject({ url, headers });
  for (const url of [paths.pull, paths.figures, paths.health]) {
    const old = await ask(url, { 'x-protocol': '0', 'accept-language': 'en' });
    expect([old.statusCode, old.json().code]).toEqual([426, 'app-too-old']);
    const strange = await ask(url, { 'x-protocol': String(protocolVersion + 1) });
    expect([strange.statusCode, strange.json().code]).toEqual([501, 'province-too-old']);
  }
  expect((await ask(paths.health, {})).statusCode).toBe(200);
});
