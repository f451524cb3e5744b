import { chromium, type Page } from 'playwright-core';
import { launchOptions } from '../support/browser.ts';
import { startServer } from '../support/server-process.ts';

/** `npm run pictures`: the manifest's screenshots in public/pictures, of the built app at work on a demonstration province. */
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

const province = await startServer();
const browser = await chromium.launch(launchOptions());

const open = async (code: string, viewport: typeof phone): Promise<Page> => {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.goto(`${province.url}/vao#m=${code}`);
  await page.getByText('theo mã mời').waitFor();
  await page.getByRole('button', { name: 'Mở sổ' }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
};

const add = async (page: Page, taps: Record<string, number>) => {
  for (const [name, times] of Object.entries(taps))
    for (let tap = 0; tap < times; tap++)
      await page
        .getByRole('button', { name: `Thêm 1, ${name}`, exact: true })
        .first()
        .click();
};

const take = async (page: Page, name: string) => {
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `public/pictures/${name}.png` });
};

try {
const member = await open(province.invitations.villageMember, phone);
const evenings: Record<string, number>[] = [
  { 'Tuyên truyền': 1, 'Người dự': 24, 'Cài VNeID': 9, 'Mức 1: đăng ký': 6, 'Dịch vụ công': 3 },
  { 'Cài VNeID': 4, 'Mức 2: vận động': 5, 'Kích hoạt': 3, 'Dịch vụ công': 2 },
];
for (const evening of evenings) {
  await member.goto(`${province.url}/ghi`);
  await add(member, evening);
  await member.getByRole('button', { name: 'Lưu lượt này' }).click();
  await member.getByRole('heading', { name: 'Đã lưu trên máy' }).waitFor();
}
await member.goto(province.url);
await member.getByText('Tỉnh đã nhận hết').waitFor();
await take(member, 'hom-nay');
await member.goto(`${province.url}/ghi`);
await add(member, { 'Người dự': 8, 'Cài VNeID': 3, 'Mức 1: đăng ký': 2 });
await take(member, 'ghi-nhan');

const officer = await open(province.invitations.communeOfficer, desk);
await officer.getByRole('row').filter({ hasText: 'Thôn 1' }).getByText('13', { exact: true }).first().waitFor();
await take(officer, 'tong-quan');
} finally {
  await browser.close();
  await province.remove();
}
