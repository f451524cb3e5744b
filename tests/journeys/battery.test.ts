import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInByHttp } from '../support/officer.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { count, entriesThatRead, logVisit, seen, signIn, until } from './steps.ts';

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
beforeEach(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  phone = await newPhone();
});
afterEach(async () => {
  await phone?.remove();
  await signal?.close();
  await province?.remove();
});

test('W1: the battery dies right after "saved": the entry is there, and is sent once', async () => {
  const page = await phone.tab(signal.url);
  await signIn(page, province.invitations.villageMember);
  signal.lose();
  await logVisit(page, { VNEID_CAI: 4 });
  await phone.switchOff('battery');

  await phone.switchOn();
  const journal = await phone.tab(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(journal, 'onPhone'), 1);
  signal.regain();
  await until(() => entriesThatRead(journal, 'received'), 1);

  const officer = await signInByHttp(province.url, province.invitations.communeOfficer);
  expect(await officer.figures()).toMatchObject({ entries: 1, totals: { VNEID_CAI: 4 } });
});

test('the battery dies while typing: the draft is there', async () => {
  const page = await phone.tab(signal.url);
  await signIn(page, province.invitations.villageMember);
  await page.goto(`${signal.url}/ghi`);
  await count(page, 'VNEID_CAI', 5);
  await seen(page, 'Nháp');
  // A draft is on disk a quarter of a second after the last change.
  await page.waitForTimeout(1000);
  await phone.switchOff('battery');

  await phone.switchOn();
  const form = await phone.tab(`${signal.url}/ghi`);
  const installed = form.getByLabel('Số lượng, Cài VNeID');
  await installed.waitFor();
  await until(() => installed.inputValue(), '5');
});
