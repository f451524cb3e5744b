import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { signIn, until } from './steps.ts';

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
let desk: Phone;
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  [phone, desk] = await Promise.all([newPhone(), newPhone()]);
});
afterAll(async () => {
  await Promise.all([phone?.remove(), desk?.remove()]);
  await signal?.close();
  await province?.remove();
});

/** The names of all the app's files that this browser keeps. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

test('a village’s phone keeps nothing of the officers’ places; an officer’s device all of them, for days without a network', async () => {
  const village = await phone.tab(signal.url);
  await signIn(village, province.invitations.villageMember);
  const office = await desk.tab(signal.url, { width: 1440, height: 900 });
  await signIn(office, province.invitations.communeOfficer);

  const ofOffice = (file: string) => /\/OfficerPlaces-.*\.js$/.test(file);
  const ofLibrary = (file: string) => /\/PlanLibrary-.*\.js$/.test(file);
  await until(async () => (await keptFiles(office)).filter((file) => ofOffice(file) || ofLibrary(file)).length, 2);
  const withTeam = await keptFiles(village);
  expect(withTeam.some((file) => /\/Log-.*\.js$/.test(file))).toBe(true);
  expect(withTeam.filter((file) => ofOffice(file) || ofLibrary(file))).toEqual([]);

  signal.lose();
  await office.goto(`${signal.url}/viec/thu-vien`);
  await office.getByRole('heading', { level: 1 }).waitFor();
  expect(await office.getByRole('heading', { level: 1 }).innerText()).toMatch(/Thư viện/i);
});
