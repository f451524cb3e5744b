import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { amissOnAll } from './every-screen.ts';
import { screensOfAnOfficer, screensOnAnOfficersPhone } from './screens-of-an-officer.ts';
import { signIn } from './steps.ts';

let province: ServerProcess;
let desk: Phone;
let page: Page;
beforeAll(async () => {
  province = await startServer();
  desk = await newPhone();
  page = await desk.tab(province.url, { width: 1440, height: 900 });
  await signIn(page, province.invitations.communeOfficer);
});
afterAll(async () => {
  await desk?.remove();
  await province?.remove();
});

test('the places of a commune officer, on a desk at 1440×900', async () => {
  expect(await amissOnAll(page, screensOfAnOfficer('18196', '18196-demo1'))).toEqual([]);
}, 600_000);

test('the places of a commune officer, on a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await amissOnAll(page, screensOnAnOfficersPhone)).toEqual([]);
}, 180_000);
