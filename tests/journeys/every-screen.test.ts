import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { logVisit, signIn } from './steps.ts';

const modes = ['sang', 'nang', 'toi'] as const;
const languages = ['vi', 'en'] as const;

let province: ServerProcess;
const phones: Phone[] = [];
const newPage = async (size?: { width: number; height: number }): Promise<Page> => {
  const phone = await newPhone();
  phones.push(phone);
  return phone.tab(province.url, size);
};
beforeAll(async () => {
  province = await startServer();
});
afterAll(async () => {
  for (const phone of phones) await phone.remove();
  await province?.remove();
});

/** Opens the place in every mode and language, lets it come to rest, and asks axe. */
const examine = async (page: Page, path: string): Promise<string[]> => {
  const found: string[] = [];
  for (const language of languages)
    for (const mode of modes) {
      await page.evaluate(
        ([look, words]) =>
          localStorage.setItem(
            'so-tay-06.preferences',
            JSON.stringify({ textSize: '100', mode: look, language: words }),
          ),
        [mode, language] as const,
      );
      await page.goto(`${province.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 20_000 });
      await page.waitForFunction(
        ([look, words]) => document.documentElement.dataset['mode'] === look && document.documentElement.lang === words,
        [mode, language] as const,
      );
      await page.waitForLoadState('networkidle');
      for (const line of await violationsOn(page)) found.push(`${path} ${mode} ${language}: ${line}`);
    }
  return found;
};

test('every place of a village member reads well to everybody, in three modes and both languages', async () => {
  const page = await newPage();
  expect(await examine(page, '/vao')).toEqual([]);
  await page.goto(`${province.url}/vao`);
  await page.evaluate(() => localStorage.removeItem('so-tay-06.preferences'));
  await page.goto(`${province.url}/vao`);
  await signIn(page, province.invitations.villageMember);
  await logVisit(page, { VNEID_CAI: 2, DD_MUC2_VD: 1 });
  for (const path of ['/', '/ghi', '/nhat-ky', '/hop-gui', '/so-lieu', '/them'])
    expect(await examine(page, path)).toEqual([]);
  await page.goto(`${province.url}/nhat-ky`);
  const entry = await page.locator('a[href^="/nhat-ky/"]').first().getAttribute('href');
  expect(await examine(page, entry!)).toEqual([]);
  expect(await examine(page, entry!.replace('/nhat-ky/', '/ghi/'))).toEqual([]);
}, 600_000);

test('every place of an officer does so too, on a desk and on a phone', async () => {
  const page = await newPage({ width: 1440, height: 900 });
  await signIn(page, province.invitations.communeOfficer);
  const village = await page.locator('a[href^="/tong-quan/"]').first().getAttribute('href');
  const places = ['/', '/them', village!.split('?')[0]!, `${village!.split('/luot')[0]!.split('?')[0]!}/luot`];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const path of places) expect(await examine(page, path)).toEqual([]);
  }
}, 600_000);
