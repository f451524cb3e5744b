import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colourViolationsOn, violationsOn } from '../support/axe.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { count, entriesThatRead, logVisit, save, signIn, still, until, wordsOf } from './steps.ts';

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

type Language = 'vi' | 'en';
const languages: Language[] = ['vi', 'en'];

const wear = async (page: Page, mode: string, language: Language) =>
  page.evaluate(
    (wish) => {
      localStorage.setItem('so-tay-06.preferences', JSON.stringify({ textSize: '100', ...wish }));
    },
    { mode, language },
  );

/** The page has settled: its words are there, and nothing moves. */
const settled = async (page: Page, language: Language) => {
  await page.waitForSelector(`html[data-mode="sang"][lang="${language}"]`);
  const ready = () => document.querySelector('h1') !== null && document.querySelector('[aria-busy]') === null;
  await page.waitForFunction(ready);
  await page.waitForTimeout(200);
  await page.waitForFunction(ready);
};

/** The page in the colours of another mode: nothing but one attribute tells a page which it wears. */
const recoloured = async (page: Page, mode: 'nang' | 'toi') => {
  await page.evaluate((name) => {
    document.documentElement.dataset['mode'] = name;
  }, mode);
  await still(page);
};

/** Every violation on every address, named by address, language and mode. Colours do not depend on the language. */
const violationsOnAll = async (page: Page, addresses: Record<string, (on: Page) => Promise<void>>) => {
  const found: string[] = [];
  for (const language of languages) {
    for (const [address, prepare] of Object.entries(addresses)) {
      const note = (violations: string[], mode: string) =>
        found.push(...violations.map((violation) => `${address} ${language} ${mode}: ${violation}`));
      await wear(page, 'sang', language);
      await page.goto(`${new URL(page.url()).origin}${address.split(' ')[0]}`);
      await settled(page, language);
      await prepare(page);
      note(await violationsOn(page), 'sang');
      if (language === 'en') continue;
      for (const mode of ['nang', 'toi'] as const) {
        await recoloured(page, mode);
        note(await colourViolationsOn(page), mode);
      }
    }
  }
  return found;
};
const asItIs = async () => {};
const open = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(300);
};
const tick = (name: RegExp) => async (page: Page) => {
  await page.getByRole('checkbox', { name }).first().click();
  await page.waitForTimeout(300);
};

describe('every screen, in three modes and two languages, has nothing that axe minds', () => {
  test('the way in', async () => {
    village = await phone.tab(signal.url);
    await village.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsOnAll(village, { '/': asItIs })).toEqual([]);
  }, 120_000);

  test('a village member’s places, at 390×844', async () => {
    await wear(village, 'sang', 'vi');
    await village.goto(signal.url);
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
    const found = await violationsOnAll(village, {
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
    await wear(village, 'sang', 'vi');
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
    await village.waitForTimeout(300);
    expect(await violationsOn(village)).toEqual([]);
    for (const mode of ['nang', 'toi'] as const) {
      await recoloured(village, mode);
      expect(await colourViolationsOn(village)).toEqual([]);
    }
  }, 120_000);

  test.each([
    ['communeOfficer', '18196', '18196-demo1'],
    ['provinceOfficer', '42', '18196'],
  ] as const)(
    'the places of a %s, at 1440×900 and on a phone',
    async (who, unit, below) => {
      signal.regain();
      const desk = await newPhone();
      try {
        const page = await desk.tab(province.url, { width: 1440, height: 900 });
        await signIn(page, province.invitations[who]);
        const places = {
          '/': asItIs,
          [`/tong-quan/${below}`]: asItIs,
          [`/tong-quan/${unit}/luot?measure=VNEID_CAI`]: asItIs,
          '/nguoi-va-may': asItIs,
          '/nhat-ky-he-thong': asItIs,
          '/dia-ban': asItIs,
          '/dia-ban/18196-demo1/sap-xep': asItIs,
          '/hop-cho': asItIs,
          '/luu-dong': asItIs,
          '/luu-dong/moi': asItIs,
          '/huong-dan': asItIs,
          ...(who === 'provinceOfficer' && { '/huong-dan/moi': asItIs, '/huong-dan/muc-2/sua': asItIs }),
          '/thong-bao': asItIs,
          '/thong-bao/moi': asItIs,
          '/vuong-mac': asItIs,
          '/don-doc?ky=2026-11': asItIs,
          '/don-doc?ky=2026-10&xem=merit': asItIs,
          '/chi-tieu': asItIs,
          '/chi-tieu about to set one': open(/^(Thêm chỉ tiêu|Add)/),
          '/chi-tieu?xem=official': asItIs,
          '/chi-tieu?xem=official about to enter one': open(/^(Số chính thức|Official)/),
          '/chi-tieu?xem=plans': asItIs,
          '/phan-tich': asItIs,
          '/lich': asItIs,
          '/bao-cao': asItIs,
          [`/bao-cao/${unit}/2026-11`]: asItIs,
          '/viec': asItIs,
          '/viec?phan=xa': asItIs,
          '/viec?phan=thon': asItIs,
          '/viec/thu-vien': asItIs,
          '/viec/nhap': asItIs,
          '/viec/giao': asItIs,
          '/them': asItIs,
          ...(who === 'provinceOfficer' && {
            '/cai-dat': asItIs,
            '/cai-dat/ket-noi': asItIs,
          }),
        };
        expect(await violationsOnAll(page, places)).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await violationsOnAll(page, { '/': asItIs, '/nguoi-va-may': asItIs, '/hop-cho': asItIs })).toEqual([]);
      } finally {
        await desk.remove();
      }
    },
    600_000,
  );
});
