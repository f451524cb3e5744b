import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { colourViolationsOn, violationsOn } from '../support/axe.ts';

type Words = Record<string, string>;
export const wordsOf = (feature: string) =>
  JSON.parse(readFileSync(`locales/vi/${feature}.json`, 'utf8')) as Words & Record<string, Words>;

const signInWords = wordsOf('sign-in');
const logWords = wordsOf('log');
const measures = wordsOf('measures');
export const states = wordsOf('states');
export const refusals = wordsOf('refusals');

/** A machine that builds and tests at once is slow; a person would have waited too. */
const patience = 45_000;

/** Waits for these words. What the screen said instead is told, since nobody was there to see it. */
export const seen = async (page: Page, text: string | RegExp): Promise<void> => {
  try {
    await page.getByText(text).first().waitFor({ state: 'visible', timeout: patience });
  } catch (cause) {
    throw new Error(`Never seen: ${text}. The screen said:\n${await page.locator('body').innerText()}`, { cause });
  }
};

/** Until it holds; the last answer is shown when it never does. */
export const until = async <T>(ask: () => Promise<T>, expected: T): Promise<void> => {
  await expect.poll(ask, { timeout: patience, interval: 200 }).toEqual(expected);
};

/** Types the invitation, skips the PIN, and waits for the app to be on the phone, as it is a few seconds later. */
export const signIn = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel(signInWords['invitation']!).fill(code);
  await page.getByRole('button', { name: signInWords['open']! }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: patience });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
};

/** Counts on the open form, by taps on "+". */
export const count = async (page: Page, measure: string, times: number): Promise<void> => {
  const name = logWords['addOne']!.replace('{{what}}', measures[measure]!['short']!);
  for (let tap = 0; tap < times; tap++) await page.getByRole('button', { name, exact: true }).click();
};

export const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: logWords['save']! }).click();
  await page.getByRole('heading', { name: logWords['saved']! }).waitFor({ timeout: patience });
};

/** A visit at which people were helped: from the place where the person is, to "saved". */
export const logVisit = async (page: Page, counts: Record<string, number>): Promise<void> => {
  await page.getByRole('navigation').last().getByRole('link', { name: 'Ghi nhận' }).click();
  for (const [measure, times] of Object.entries(counts)) await count(page, measure, times);
  await save(page);
};

/** How many entries of the journal bear this state. */
export const entriesThatRead = (page: Page, state: 'onPhone' | 'received' | 'needsAttention') =>
  page.getByRole('main').getByText(states[state]!, { exact: true }).count();

/** Nothing on the page moves or changes colour any more, however slow the machine is. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    await drawn();
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });

/** The page as it now stands, filled as no address alone would show it, in its own colours and in those of two other modes. */
export const axeMindsNothing = async (page: Page): Promise<void> => {
  const worn = await page.locator('html').getAttribute('data-mode');
  const wear = (mode: string) =>
    page.evaluate((name) => void (document.documentElement.dataset['mode'] = name), mode).then(() => still(page));
  await page.waitForTimeout(300);
  expect({ [page.url()]: await violationsOn(page) }).toEqual({ [page.url()]: [] });
  for (const mode of ['nang', 'toi']) {
    await wear(mode);
    expect({ [`${page.url()} ${mode}`]: await colourViolationsOn(page) }).toEqual({ [`${page.url()} ${mode}`]: [] });
  }
  await wear(worn!);
};

export const region = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
export const sheet = (page: Page): Locator => page.getByRole('dialog');
export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** Goes to one of the places that stand beside each other, whatever is counted on it. */
export const place = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();

/** A visit of a day that is past. */
export const logOn = async (page: Page, day: string, counts: Record<string, number>): Promise<void> => {
  await place(page, 'Ghi nhận');
  await page.getByRole('button', { name: /Đổi ngày/ }).click();
  await sheet(page).getByText('Ngày khác', { exact: true }).click();
  await page.getByLabel('Chọn ngày đã qua').fill(day);
  await button(sheet(page), 'Chọn ngày này').click();
  for (const [measure, times] of Object.entries(counts)) await count(page, measure, times);
  await save(page);
  await button(page, 'Về Hôm nay').click();
};

/** Turns a page to another period than the one that runs, '2026-11'. */
export const choosePeriod = async (page: Page, period: string): Promise<void> => {
  const [year, month] = [period.slice(0, 4), Number(period.slice(5))];
  await button(page, 'Đổi kỳ').click();
  await sheet(page)
    .getByText(new RegExp(`^Tháng ${month} ${year}`))
    .click();
};

/** The journal of a period, as somebody finds it who is in the next one already. */
export const journalOf = async (page: Page, period: string): Promise<void> => {
  await place(page, 'Thêm');
  await page.getByRole('link', { name: 'Nhật ký' }).click();
  await choosePeriod(page, period);
};
