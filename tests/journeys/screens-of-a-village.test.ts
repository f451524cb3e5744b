import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { amissOn, amissOnAll, asItIs, languages, open, settled, startIn, tick } from './every-screen.ts';
import { count, entriesThatRead, logVisit, save, signIn, until, wordsOf } from './steps.ts';

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
let village: Page;
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  phone = await newPhone();
});
afterAll(async () => {
  await phone?.remove();
  await signal?.close();
  await province?.remove();
});

test('the way in', async () => {
  village = await phone.tab(signal.url);
  await village.getByRole('heading', { level: 1 }).waitFor();
  for (const language of languages) {
    await startIn(village, language);
    expect(await amissOn(village, language)).toEqual([]);
  }
}, 120_000);

test('what is amiss on a screen is found: a faint word in every colour, a picture without words, the name of a sentence', async () => {
  await village.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'chooseOf';
    faint.style.color = '#ccc';
    faint.style.background = '#fff';
    document.querySelector('main')!.append(faint, document.createElement('img'));
  });
  const amiss = await amissOn(village, 'vi');
  const kinds = amiss.map((one) => one.replace(/ at .*/, ''));
  expect(kinds).toEqual([
    'no words for chooseOf',
    'color-contrast',
    'image-alt',
    'nang: color-contrast',
    'toi: color-contrast',
  ]);
}, 60_000);

test('a village member’s places, at 390×844', async () => {
  await startIn(village, 'vi');
  await signIn(village, province.invitations.villageMember);
  await logVisit(village, { VNEID_CAI: 3, DD_MUC1_HD: 2, DVC_HD: 1 });
  await village.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(village, 'received'), 1);
  signal.lose();
  await village.goto(`${signal.url}/ghi`);
  await count(village, 'VNEID_CAI', 2);
  await save(village);
  await village.goto(`${signal.url}/ghi`);
  await count(village, 'VNEID_CAI', 1);
  await village.waitForTimeout(600);

  await village.goto(`${signal.url}/nhat-ky`);
  const entry = await village.locator('main a[href^="/nhat-ky/"]').last().getAttribute('href');
  const correction = entry!.replace('/nhat-ky/', '/ghi/');
  const found = await amissOnAll(village, {
    '/': asItIs,
    '/ghi': asItIs,
    '/ghi with its day open': open(/^(Ngày|Day|Date)/),
    '/ghi with its place open': open(/^(Nơi làm|Place|Where)/),
    '/nhat-ky': asItIs,
    [entry!]: asItIs,
    [`${entry} about to be withdrawn`]: open(/Rút lượt này|Withdraw/),
    [correction]: asItIs,
    '/hop-gui': asItIs,
    '/chuyen-ho': asItIs,
    '/chuyen-ho in several codes': open(/Tách thành|Split into/),
    '/nhan-ho': asItIs,
    '/nhan-ho about to paste': open(/Dán nội dung|Paste/),
    '/nhan-ho/gone': asItIs,
    '/so-lieu': asItIs,
    '/so-lieu/bang': asItIs,
    '/chi-tieu': asItIs,
    '/luu-dong': asItIs,
    '/thong-bao': asItIs,
    '/vuong-mac': asItIs,
    '/vuong-mac/bao': asItIs,
    '/huong-dan': asItIs,
    '/huong-dan?tim=be%2010%20tuoi': asItIs,
    '/huong-dan/muc-2-tre-em': asItIs,
    '/huong-dan/muc-2-tre-em/xem': asItIs,
    '/huong-dan/dvc-giay-phep-lai-xe': asItIs,
    '/loa': asItIs,
    '/hoi-y-kien': asItIs,
    '/viec': asItIs,
    '/viec with one ticked': tick(/Đánh dấu xong|Mark as done/),
    '/viec/guong-mau/once': asItIs,
    '/viec/guong-mau/once about to say why not': open(/Không làm được|Cannot be done/),
    '/viec/gone/once': asItIs,
    '/lich': asItIs,
    '/them': asItIs,
    '/them choosing a mode': open(/Màu màn hình|Colours/),
    '/khong-co': asItIs,
    '/quay-lai': asItIs,
  });
  expect(found).toEqual([]);
}, 600_000);

test('households to see again: off, and opened with a house and one that is done', async () => {
  const [more, list] = [wordsOf('more')['pinSheet']!, wordsOf('follow-ups')];
  const press = (name: string) => village.getByRole('button', { name }).first().click();
  await startIn(village, 'vi');
  await village.goto(`${signal.url}/them#ma-pin`);
  await village.getByLabel(more['new']!).fill('2468');
  await press(more['save']!);
  await village.getByText(more['saved']!).waitFor();
  await village.locator('a[href="/quay-lai"]').click();
  const pin = village.getByLabel(list['pin']!);
  await pin.waitFor();
  expect(await violationsOn(village)).toEqual([]);
  await pin.fill('2468');
  await press(list['turnOn']!);
  for (const hint of ['ngõ 3', 'cạnh chợ']) {
    await press(list['add']!);
    await village.getByLabel(list['hint']!).fill(hint);
    expect(await violationsOn(village)).toEqual([]);
    await press(list['keep']!);
    await village.getByText(hint).waitFor();
  }
  await press(list['doneOf']!.replace('{{hint}}', 'ngõ 3'));
  await village.getByText(list['doneKept']!).waitFor();
  await settled(village);
  expect(await amissOn(village, 'vi')).toEqual([]);
}, 120_000);
