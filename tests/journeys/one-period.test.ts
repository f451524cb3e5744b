import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInVietnam } from '#model/day.ts';
import { periodOf, shiftPeriod, spanOf } from '#model/period.ts';
import { hasLibreOffice, readDocx, readXlsx, textOnPaper, type Read } from '../support/office-text.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { button, entriesThatRead, journalOf, logOn, place, region, seen, sheet, signIn, until } from './steps.ts';

/** The last period that is over, whatever day it is. */
const period = shiftPeriod(periodOf(dayInVietnam(Date.now()), 'from15to14'), -1);
const { last } = spanOf(period, 'from15to14');
const [year, digits] = period.split('-') as [string, string];
const month = String(Number(digits));
const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-period-'));

let province: ServerProcess;
const signals: Signal[] = [];
const phones: Phone[] = [];

/** Sits down at a desk: a wide window, straight to the province. */
const desk = async (code: string): Promise<Page> => {
  const phone = await newPhone();
  phones.push(phone);
  const page = await phone.tab(province.url, { width: 1440, height: 900 });
  await signIn(page, code);
  return page;
};
/** A phone of a village, with a signal of its own. */
const village = async (code: string): Promise<{ page: Page; signal: Signal }> => {
  const signal = await signalTo(province.port);
  signals.push(signal);
  const phone = await newPhone();
  phones.push(phone);
  const page = await phone.tab(signal.url);
  await signIn(page, code);
  return { page, signal };
};
beforeAll(async () => {
  province = await startServer();
});
afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.remove()));
  await Promise.all(signals.map((signal) => signal.close()));
  await province?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The document the province had at the end. */
let consolidated: string;

const monthLine = `Tháng ${month}/${year}`;
/** Writes a part of the report, until it stands on its paper. */
const write = async (page: Page, section: RegExp, part: string, text: string) => {
  await page.getByRole('navigation', { name: 'Các phần' }).getByRole('button', { name: section }).click();
  const area = page.getByRole('textbox', { name: part, exact: true });
  await area.fill(text);
  await area.blur();
  await region(page, 'Các trang của báo cáo').getByText(text).waitFor();
};
/** Of a table of units. */
const row = ({ tables }: Read, unit: string) => tables.flat().find(([, name]) => name === unit);

/** What a button of the report puts into the downloads. */
const downloaded = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

test('one period, from what two villages wrote down without a signal to the consolidated report of the province', async () => {
  const mai = await village(province.invitations.villageMember);
  const tam = await village(await province.invite('villageLead', '18196-demo2', 'Hoàng Văn Tâm'));
  for (const { signal } of [mai, tam]) signal.lose();
  await logOn(mai.page, addDays(last, -2), { VNEID_CAI: 3, DD_MUC1_HD: 2 });
  await logOn(mai.page, last, { VNEID_CAI: 2 });
  await logOn(tam.page, addDays(last, -1), { VNEID_CAI: 4 });
  for (const { signal } of [mai, tam]) signal.regain();
  for (const [{ page }, all] of [
    [mai, 2],
    [tam, 1],
  ] as const) {
    await journalOf(page, period);
    await until(() => entriesThatRead(page, 'received'), all);
  }

  // The first village says that its figures are complete, as its task asks for; the second does not.
  await place(mai.page, 'Hôm nay');
  await mai.page.getByRole('link', { name: /^Gửi số liệu tháng cho xã/ }).click();
  await mai.page.getByRole('link', { name: 'Xem và xác nhận số liệu' }).click();
  await button(mai.page, `Xác nhận số liệu tháng ${month}`).click();
  const word = region(mai.page, `Xác nhận số liệu tháng ${month}`);
  await word.getByText(/Nguyễn Thị Mẫu đã xác nhận/).waitFor();
  await word.getByText('Tỉnh đã nhận').waitFor();

  // The commune sees who is late, writes what only people know, and closes the month.
  const commune = await desk(province.invitations.communeOfficer);
  await place(commune, 'Báo cáo');
  await seen(commune, 'Thôn xác nhận');
  await commune.getByRole('link', { name: monthLine }).click();
  await region(commune, 'Các trang của báo cáo').waitFor();
  const confirmed = region(commune, 'Thôn xác nhận').getByRole('listitem');
  expect(await confirmed.filter({ hasText: 'Thôn 1' }).innerText()).not.toMatch(/trễ|chưa/);
  expect(await confirmed.filter({ hasText: 'Thôn 2' }).innerText()).toMatch(/trễ \d+ ngày|chưa xác nhận/);
  await write(commune, /^I\. /, 'Văn bản đã ban hành', 'Đã ban hành 02 văn bản về đợt cao điểm.');

  // Up in the second village somebody writes down the last day; there is no signal, and the commune does not wait.
  tam.signal.lose();
  await logOn(tam.page, last, { VNEID_CAI: 3 });
  await button(commune, 'Chốt').click();
  expect(await sheet(commune).innerText()).toMatch(/3 thôn chưa xác nhận:.*Thôn 2/);
  await button(sheet(commune), 'Chốt').click();
  await sheet(commune).waitFor({ state: 'detached' });
  await region(commune, 'Đã làm').waitFor();

  // What comes late is told to both, and enters only by an amendment that says what it changed.
  tam.signal.regain();
  await journalOf(tam.page, period);
  await until(() => entriesThatRead(tam.page, 'needsAttention'), 1);
  const late = region(commune, 'Số liệu đến muộn');
  await late.waitFor();
  await late.getByRole('button').click();
  await sheet(commune).getByLabel('Lý do').fill('Thôn 2 mất sóng ngày cuối kỳ');
  await button(sheet(commune), 'Lập bản số 01').click();
  await sheet(commune).waitFor({ state: 'detached' });
  await region(commune, 'Đã làm').getByText('Bản điều chỉnh số 01').waitFor();
  const done = (page: Page) => region(page, 'Đã làm');
  expect(await done(commune).innerText()).toMatch(/Xã Sơn Kim 1, Cài VNeID: 9 thành 12/);

  // The province reads it, and wants more.
  const office = await desk(province.invitations.provinceOfficer);
  await place(office, 'Báo cáo');
  await office.getByRole('link', { name: monthLine }).click();
  await button(region(office, 'Xã chốt'), 'Xem cả 69').click();
  await region(office, 'Xã chốt').getByRole('link', { name: 'Sơn Kim 1' }).click();
  await office.getByRole('heading', { name: /Xã Sơn Kim 1$/ }).waitFor();
  await button(office, 'Trả lại').click();
  await sheet(office).getByLabel('Lý do').fill('Mục V chưa có kiến nghị');
  await button(sheet(office), 'Trả lại').click();
  await done(office).getByText('Tỉnh trả lại').waitFor();

  // The commune finds it among its reports, reads why, writes what was missing, and sends it again.
  await place(commune, 'Báo cáo');
  await commune.getByRole('link', { name: /Tỉnh trả lại/ }).click();
  await region(commune, 'Tỉnh trả lại báo cáo').getByText('Tỉnh trả lại: Mục V chưa có kiến nghị').waitFor();
  await write(commune, /^V\. /, 'Nội dung', 'Đề nghị phủ sóng Thôn 2.');
  await button(commune, 'Gửi lại tỉnh').click();
  await button(sheet(commune), 'Gửi lại tỉnh').click();
  await done(commune).getByText('Xã gửi lại').waitFor();

  // The province consolidates with those that closed, and sends.
  await place(office, 'Báo cáo');
  await office.getByRole('link', { name: monthLine }).click();
  await button(office, 'Tổng hợp').click();
  expect(await sheet(office).innerText()).toMatch(/68 xã chưa chốt:/);
  await button(sheet(office), 'Tổng hợp').click();
  await done(office).getByText('Tỉnh tổng hợp').waitFor();

  // What both have in their hands at the end is what the villages did.
  const ofCommune = await readDocx(await downloaded(commune, 'Xuất .docx'), commune);
  consolidated = await downloaded(office, 'Xuất .docx');
  const ofProvince = await readDocx(consolidated, office);
  const installs = 'hướng dẫn 12 người cài đặt VNeID';
  for (const { paragraphs } of [ofCommune, ofProvince]) expect(paragraphs.join('\n')).toContain(installs);
  const written = ofCommune.paragraphs.join('\n');
  for (const words of [
    '(Bản điều chỉnh số 01)',
    'Đã ban hành 02 văn bản về đợt cao điểm.',
    'Đề nghị phủ sóng Thôn 2.',
    'chưa có số liệu: Thôn 3, Thôn 4. 01 thôn, tổ dân phố có số liệu nhưng chưa xác nhận: Thôn 2.',
    'Lý do: Thôn 2 mất sóng ngày cuối kỳ',
  ])
    expect(written).toContain(words);
  expect(row(ofCommune, 'Thôn 1')?.slice(4, 6)).toEqual(['5', '2']);
  expect(row(ofCommune, 'Thôn 2')?.slice(4, 6)).toEqual(['7', '0']);
  expect(row(ofCommune, 'Cộng')?.slice(4, 6)).toEqual(['12', '2']);
  expect(ofCommune.tables.flat()).toContainEqual(['2', 'Thôn 2', 'Hướng dẫn cài VNeID', '4', '7', '3']);
  expect(row(ofProvince, 'xã Sơn Kim 1')?.slice(4, 6)).toEqual(['12', '2']);
  expect(row(ofProvince, 'Cộng')?.slice(4, 6)).toEqual(['12', '2']);
  expect(ofProvince.paragraphs.join('\n')).toContain('còn 68 xã, phường chưa chốt số liệu:');
  for (const page of [commune, office]) {
    const workbook = await downloaded(page, 'Xuất .xlsx');
    const [sum] = (await readXlsx(workbook, 'Biểu 02')).filter(([, name]) => name === 'Cộng');
    expect(sum?.slice(4, 6)).toEqual([12, 2]);
  }
  await button(office, 'Đã gửi VPCP').click();
  await button(sheet(office), 'Đã gửi VPCP').click();
  await done(office).getByText('Đã gửi Văn phòng Chính phủ').waitFor();

  // And the village that was late finds its work where it belongs.
  await until(() => tam.page.getByRole('main').getByText('Đã chốt', { exact: true }).count(), 2);
}, 300_000);

test.runIf(hasLibreOffice)('the consolidated document has its figures on paper as well', () => {
  const paper = textOnPaper(consolidated);
  expect(paper).toMatch(/Hướng dẫn cài VNeID\s+người\s+12\s+0\s+12/);
  expect(paper).toMatch(/xã Sơn Kim 1\s+0\s+0\s+12\s+2/);
});
