import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInVietnam } from '#model/day.ts';
import { periodOf, shiftPeriod, spanOf } from '#model/period.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import {
  button,
  choosePeriod,
  entriesThatRead,
  journalOf,
  logOn,
  logVisit,
  place,
  region,
  signIn,
  until,
} from './steps.ts';

const today = dayInVietnam(Date.now());
/** The last period that is over, whatever day it is. */
const period = shiftPeriod(periodOf(today, 'from15to14'), -1);
const { last } = spanOf(period, 'from15to14');
const [year, month] = [period.slice(0, 4), Number(period.slice(5))];

let province: ServerProcess;
let signal: Signal;
const phones: Phone[] = [];
let mai: Page;
let tam: Page;
let officer: Page;

const tab = async (address: string, code: string, size?: { width: number; height: number }): Promise<Page> => {
  const phone = await newPhone();
  phones.push(phone);
  const page = await phone.tab(address, size);
  await signIn(page, code);
  return page;
};
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  mai = await tab(province.url, province.invitations.villageMember);
  tam = await tab(signal.url, await province.invite('villageLead', '18196-demo2', 'Hoàng Văn Tâm'));
  officer = await tab(province.url, province.invitations.communeOfficer, { width: 1440, height: 900 });
});
afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.remove()));
  await signal?.close();
  await province?.remove();
});

test('two villages become one: old figures stay where they were, the phones go on for the new one, a past month keeps its units', async () => {
  // Each village did its part; of one of them a visit is still on a phone up in the hills.
  await logOn(mai, addDays(last, -1), { VNEID_CAI: 3 });
  await journalOf(mai, period);
  await until(() => entriesThatRead(mai, 'received'), 1);
  await logOn(tam, addDays(last, -1), { VNEID_CAI: 4 });
  await journalOf(tam, period);
  await until(() => entriesThatRead(tam, 'received'), 1);
  signal.lose();
  await logOn(tam, last, { VNEID_CAI: 2 });

  // The commune merges them into a new village from today on: it is told first what will come of it.
  await place(officer, 'Địa bàn');
  await officer
    .getByRole('link', { name: /Thôn 2/ })
    .first()
    .click();
  await officer.getByRole('link', { name: 'Sáp nhập, chia tách' }).click();
  await officer.getByLabel('Có hiệu lực từ ngày').fill(today);
  await officer.getByRole('checkbox', { name: /Thôn 1/ }).check();
  // The button itself lies under what is drawn of it.
  await officer.getByRole('radio', { name: /Một đơn vị mới/ }).check({ force: true });
  await officer.getByLabel('Mã thôn').fill('BY');
  await officer.getByLabel('Tên', { exact: true }).fill('Thôn Bình Yên');
  await button(officer, 'Xem trước').click();
  const outcome = region(officer, /^Sẽ xảy ra ngay/);
  await outcome.getByText(/3 người chuyển theo/).waitFor();
  expect(await outcome.innerText()).toMatch(/Thôn 1 .*sau đó là Thôn Bình Yên/);
  await button(officer, 'Sắp xếp ngay').click();
  await officer.getByRole('heading', { level: 1, name: /Thôn Bình Yên/ }).waitFor();

  // Its phones learn of it by themselves; what was still on one of them counts for the village it was done for.
  await place(mai, 'Hôm nay');
  await mai
    .getByText(/^Thôn Bình Yên/)
    .first()
    .waitFor({ timeout: 60_000 });
  await logVisit(mai, { VNEID_CAI: 5 });
  signal.regain();
  await journalOf(tam, period);
  await until(() => entriesThatRead(tam, 'received'), 2);
  await place(tam, 'Hôm nay');
  await tam
    .getByText(/^Thôn Bình Yên/)
    .first()
    .waitFor({ timeout: 60_000 });
  await logVisit(tam, { VNEID_CAI: 1 });

  // Its team says for both that the month before is complete.
  await button(mai, 'Về Hôm nay').click();
  await place(mai, 'Thêm');
  await mai.getByRole('link', { name: 'Số liệu' }).click();
  await choosePeriod(mai, period);
  await button(mai, `Xác nhận số liệu tháng ${month}`).click();
  await region(mai, `Xác nhận số liệu tháng ${month}`).getByText('Tỉnh đã nhận').waitFor();

  // The commune has the new village's figures as they come, and the old ones beside them, under their own names.
  const rows = officer.locator('#bang').getByRole('row');
  await place(officer, 'Tổng quan');
  await rows.filter({ hasText: 'Thôn Bình Yên' }).getByText('6', { exact: true }).first().waitFor();
  await place(officer, 'Địa bàn');
  await officer
    .getByRole('link', { name: /Thôn Bình Yên/ })
    .first()
    .click();
  await choosePeriod(officer, period);
  const before = region(officer, 'Số liệu trước khi sắp xếp').getByRole('listitem');
  await before.filter({ hasText: 'Thôn 1' }).getByText('3 cài VNeID').waitFor();
  await before.filter({ hasText: 'Thôn 2' }).getByText('6 cài VNeID').waitFor();

  // A past month is told with the units of that month.
  await place(officer, 'Báo cáo');
  await officer.getByRole('link', { name: `Tháng ${month}/${year}` }).click();
  const paper = region(officer, 'Các trang của báo cáo');
  const line = paper.getByRole('row');
  await line.filter({ hasText: 'Thôn 2' }).getByText('6', { exact: true }).waitFor();
  await line.filter({ hasText: 'Thôn 1' }).getByText('3', { exact: true }).waitFor();
  expect(await paper.getByText(/Thôn Bình Yên/).count()).toBe(0);
  const confirmed = region(officer, 'Thôn xác nhận').getByRole('listitem');
  for (const village of ['Thôn 1', 'Thôn 2'])
    await confirmed.filter({ hasText: village, hasNotText: /trễ|chưa/ }).waitFor();
  expect(await paper.innerText()).toContain('hướng dẫn 09 người cài đặt VNeID');
}, 300_000);
