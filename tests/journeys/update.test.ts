import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { count, save, signIn, until, wordsOf } from './steps.ts';

const words = wordsOf('update');
const built = { page: 'dist/index.html', worker: 'dist/sw.js' };
const before = { page: readFileSync(built.page, 'utf8'), worker: readFileSync(built.worker, 'utf8') };

/** The next build, as far as a phone can tell: another page under the same name, and a service worker that says so. */
const publishNextVersion = () => {
  const page = before.page.replace('<head>', '<head><meta name="version" content="next" />');
  const revision = createHash('md5').update(page).digest('hex');
  const worker = before.worker.replace(/"revision":"[0-9a-f]{32}","url":"index\.html"/, (entry) =>
    entry.replace(/[0-9a-f]{32}/, revision),
  );
  expect(worker).toContain(revision);
  writeFileSync(built.page, page);
  writeFileSync(built.worker, worker);
};
const putBack = () => {
  writeFileSync(built.page, before.page);
  writeFileSync(built.worker, before.worker);
};
const version = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first');
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

let province: ServerProcess;
let phone: Phone;
beforeAll(async () => {
  province = await startServer();
});
beforeEach(async () => {
  phone = await newPhone();
});
afterEach(async () => {
  putBack();
  await phone?.remove();
});
afterAll(() => province?.remove());

test('a new version waits while something is typed, and comes with one tap when it is saved', async () => {
  const page = await phone.tab(province.url);
  await signIn(page, province.invitations.villageMember);
  const offer = page.getByRole('button', { name: words['take']! });
  await page.goto(`${province.url}/ghi`);
  await count(page, 'VNEID_CAI', 2);

  publishNextVersion();
  await lookForUpdate(page);
  await until(
    () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? 'none'),
    'installed',
  );
  expect(await offer.count()).toBe(0);
  expect(await page.getByLabel('Số lượng, Cài VNeID').inputValue()).toBe('2');

  await save(page);
  await offer.click();
  await until(() => version(page), 'next');
});

test('whoever never taps has it at the next start of the app', async () => {
  const page = await phone.tab(province.url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  publishNextVersion();
  await lookForUpdate(page);
  await page.getByRole('button', { name: words['take']! }).waitFor();
  expect(await version(page)).toBe('first');

  await phone.switchOff();
  await phone.switchOn();
  const again = await phone.tab(province.url);
  await until(() => version(again), 'next');
});
