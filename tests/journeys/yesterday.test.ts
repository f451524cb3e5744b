import { afterEach, expect, test } from 'vitest';
import { signInByHttp } from '../support/officer.ts';
import { newPhone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { yesterdaysAppBefore, yesterdaysProvince, type YesterdaysApp } from '../support/yesterday.ts';
import { count, entriesThatRead, logVisit, seen, signIn, until } from './steps.ts';

const village = '18196-demo1';

/** What to take down after the test, the last first. */
let toRemove: (() => unknown)[] = [];
const keep = <T extends object>(made: T, remove: (made: T) => unknown): T => {
  toRemove.unshift(() => remove(made));
  return made;
};
const aPhone = async () => keep(await newPhone(), (phone) => phone.remove());
afterEach(async () => {
  for (const remove of toRemove) await remove();
  toRemove = [];
});

let province: ServerProcess;
const totals = async () => {
  const officer = await signInByHttp(province.url, await province.invite('communeOfficer', '18196', 'Lê Thị Xuân'));
  const { entries, totals: sums } = await officer.figures();
  return { entries, totals: sums };
};

test("L4: today's app goes on with a province that is still of yesterday", async () => {
  const old = keep(yesterdaysProvince(), ({ remove }) => remove());
  province = keep(await startServer({ home: old.home }), (server) => server.remove());
  const phone = await aPhone();
  const page = await phone.tab(province.url);
  await signIn(page, province.invitations.villageMember);
  await logVisit(page, { VNEID_CAI: 2 });
  await page.goto(`${province.url}/nhat-ky`);
  await until(() => entriesThatRead(page, 'received'), 1);

  const colleague = await aPhone();
  const lead = await colleague.tab(province.url);
  await signIn(lead, await province.invite('villageLead', village, 'Trần Văn Nam'));
  await lead.goto(`${province.url}/nhat-ky`);
  await until(() => entriesThatRead(lead, 'received'), 1);
  expect(await totals()).toEqual({ entries: 1, totals: { VNEID_CAI: 2 } });
});

// From here on the province is today's, and a phone has yesterday's app from it.
let app: YesterdaysApp;
let signal: Signal;
const villagersPhone = async () => {
  const phone = await aPhone();
  const page = await phone.tab(signal.url);
  await signIn(page, province.invitations.villageMember);
  return { phone, page };
};
const provinceAheadOfItsPhones = async () => {
  province = keep(await startServer(), (server) => server.remove());
  app = keep(await yesterdaysAppBefore(province), (served) => served.remove());
  signal = keep(await signalTo(app.port), (way) => way.close());
};

test("L4: yesterday's app saves without signal, sends to today's province, and reads what a phone of today sent", async () => {
  await provinceAheadOfItsPhones();
  const { page } = await villagersPhone();
  signal.lose();
  await logVisit(page, { VNEID_CAI: 3 });
  await page.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(page, 'onPhone'), 1);
  signal.regain();
  await until(() => entriesThatRead(page, 'received'), 1);

  const today = await aPhone();
  const lead = await today.tab(province.url);
  await signIn(lead, await province.invite('villageLead', village, 'Trần Văn Nam'));
  await lead.goto(`${province.url}/nhat-ky`);
  await until(() => entriesThatRead(lead, 'received'), 1);
  await logVisit(lead, { DD_MUC1_HD: 1 });
  await lead.goto(`${province.url}/nhat-ky`);
  await until(() => entriesThatRead(lead, 'received'), 2);

  await page.reload();
  await until(() => entriesThatRead(page, 'received'), 2);
  expect(await totals()).toEqual({ entries: 2, totals: { VNEID_CAI: 3, DD_MUC1_HD: 1 } });
});

test("L4: the update comes over unsent work and an open draft: today's app sends it, once", async () => {
  await provinceAheadOfItsPhones();
  const { phone, page } = await villagersPhone();
  await logVisit(page, { VNEID_CAI: 1 });
  await page.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(page, 'received'), 1);
  const blocked = await phone.context().newCDPSession(page);
  await blocked.send('Network.enable');
  await blocked.send('Network.setBlockedURLs', { urls: ['*/api/*'] });
  await logVisit(page, { VNEID_CAI: 4 });
  await page.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(page, 'onPhone'), 1);

  await page.goto(`${signal.url}/ghi`);
  await count(page, 'DD_MUC1_HD', 7);
  await seen(page, 'Nháp');

  app.update();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await until(
    () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? 'none'),
    'installed',
  );
  await phone.switchOff('battery');

  await phone.switchOn();
  const updated = await phone.tab(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(updated, 'received'), 2);
  const [script] = [...(await (await fetch(province.url)).text()).matchAll(/src="(\/assets\/[^"]+\.js)"/g)];
  expect(await updated.locator(`script[src="${script![1]}"]`).count()).toBe(1);
  expect(await totals()).toEqual({ entries: 2, totals: { VNEID_CAI: 5 } });
  await updated.goto(`${signal.url}/ghi`);
  const typed = updated.getByLabel('Số lượng, Mức 1: đăng ký');
  await typed.waitFor();
  await until(() => typed.inputValue(), '7');
});
