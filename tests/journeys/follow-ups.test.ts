import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { entriesThatRead, logVisit, signIn, until, wordsOf } from './steps.ts';

const words = wordsOf('follow-ups');
const pinWords = wordsOf('more')['pinSheet']!;
const lock = wordsOf('lock');

let province: ServerProcess;
let phone: Phone;
beforeAll(async () => {
  province = await startServer();
  phone = await newPhone();
});
afterAll(async () => {
  await phone?.remove();
  await province?.remove();
});

/** No Vietnamese marks, so that every encoding of a single byte spells them alike. */
const hint = 'cong rao tim sau dinh';
const planted = 'vuon cau canh mieu';

/** Every file the browser has on the phone's disk in which these words stand. */
const filesWith = (what: string): string[] => {
  const spellings = [Buffer.from(what, 'latin1'), Buffer.from(what, 'utf16le')];
  return readdirSync(phone.profile, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return spellings.some((spelling) => bytes.includes(spelling));
    });
};

/** Everything this page and its service worker send from now on: addresses, headers and bodies. */
const listenTo = (page: Page): string[] => {
  const sent: string[] = [];
  page.context().on('request', (request) => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString('latin1')}`);
  });
  return sent;
};

/** What a page can read again: every cache with every body, and the small storages. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push(request.url, await (await cache.match(request))!.text());
    }
    return parts.join('\n');
  });

const type = async (page: Page, field: string, value: string, button: string) => {
  await page.getByLabel(field, { exact: true }).fill(value);
  await page.getByRole('button', { name: button, exact: true }).click();
};

test('T2: what is written of a household stands nowhere on the disk, in no cache and in no request', async () => {
  const page = await phone.tab(province.url);
  const sent = listenTo(page);
  await signIn(page, province.invitations.villageMember);
  await page.goto(`${province.url}/quay-lai`);
  await page.getByRole('button', { name: words['setPin']! }).click();
  await type(page, pinWords['new']!, '2468', pinWords['save']!);
  await page.getByText(pinWords['saved']!).waitFor();
  await page.locator('a[href="/quay-lai"]').click();
  await type(page, words['pin']!, '2468', words['turnOn']!);
  await page.getByRole('button', { name: words['add']! }).click();
  await type(page, words['hint']!, hint, words['keep']!);
  await page.getByText(hint).waitFor();

  // Sent work, and a start of the app, have to leave it where it is.
  await logVisit(page, { VNEID_CAI: 2 });
  await page.goto(`${province.url}/nhat-ky`);
  await type(page, lock['pin']!, '2468', lock['open']!);
  await until(() => entriesThatRead(page, 'received'), 1);
  await page.goto(`${province.url}/quay-lai`);
  await type(page, lock['pin']!, '2468', lock['open']!);
  await type(page, words['pin']!, '2468', words['open']!);
  await page.getByText(hint).waitFor();
  expect(await readable(page)).not.toContain(hint);

  // And the same search, where somebody did write them down, to see that it finds what there is.
  await page.evaluate(async (leak) => {
    await (await caches.open('leak')).put('/leak', new Response(leak));
    await fetch(`/api/health?${leak}`, { method: 'POST', body: leak }).catch(() => undefined);
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('leak', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('words'));
      opening.addEventListener('error', () => reject(opening.error!));
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
        writing.objectStore('words').put({ leak }, 1);
        writing.addEventListener('complete', resolve);
      });
    });
  }, planted);
  expect(await readable(page)).toContain(planted);
  expect(sent.filter((request) => request.includes(planted))).not.toEqual([]);
  expect(sent.filter((request) => request.includes(hint))).toEqual([]);
  expect(sent.filter((request) => request.includes('/api/push'))).not.toEqual([]);

  await phone.switchOff();
  expect(filesWith(planted).filter((path) => path.includes('IndexedDB'))).not.toEqual([]);
  expect(filesWith(hint)).toEqual([]);
}, 180_000);
