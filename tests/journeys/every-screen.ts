import type { Page } from 'playwright-core';
import { colourViolationsOn, violationsOfWordsOn, violationsOn } from '../support/axe.ts';
import { rawKeysOn } from './raw-keys.ts';
import { still } from './steps.ts';

type Language = 'vi' | 'en';
export const languages: readonly Language[] = ['vi', 'en'];
type Prepare = (page: Page) => Promise<void>;

/** Once everything asked for is there, and nothing has changed for a moment. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null && !document.querySelector('[aria-busy], [class*="skeleton"], [data-left]'),
  );
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          clearTimeout(wait);
          wait = setTimeout(quiet, 100);
        });
        const quiet = () => {
          watch.disconnect();
          done();
        };
        let wait = setTimeout(quiet, 100);
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
  await still(page);
};

/** The app started anew, bright and in this language, as if the person had chosen them. */
export const startIn = async (page: Page, language: Language): Promise<void> => {
  const wish = JSON.stringify({ mode: 'sang', textSize: '100', language });
  // Nothing glides from colour to colour, and no code turns by itself.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((chosen) => localStorage.setItem('so-tay-06.preferences', chosen), wish);
  await page.reload();
  await page.waitForSelector(`html[data-mode="sang"][lang="${language}"]`);
  await settled(page);
};

/** Turns to an address inside the app, as a link does. What stood there is marked, and gone once this is another place. */
const turnTo = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.waitForSelector('[data-left]', { state: 'detached' });
};

/** The page in the colours of another mode: nothing but one attribute tells a page which it wears. */
const recoloured = async (page: Page, mode: 'sang' | 'nang' | 'toi'): Promise<void> => {
  await page.evaluate((name) => void (document.documentElement.dataset['mode'] = name), mode);
  await still(page);
};

/**
 * What axe minds on the screen as it stands, and names of sentences that stand where sentences should. Seen in Vietnamese
 * and in every colour; in English then only for what words can change.
 */
export const amissOn = async (page: Page, language: Language): Promise<string[]> => {
  const amiss = (await rawKeysOn(page, language)).map((key) => `no words for ${key}`);
  if (language === 'en') return [...amiss, ...(await violationsOfWordsOn(page))];
  amiss.push(...(await violationsOn(page)));
  for (const mode of ['nang', 'toi'] as const) {
    await recoloured(page, mode);
    amiss.push(...(await colourViolationsOn(page)).map((violation) => `${mode}: ${violation}`));
  }
  await recoloured(page, 'sang');
  return amiss;
};

/** The same of every place, by its address and what is done there, in both languages. */
export const amissOnAll = async (page: Page, places: Record<string, Prepare>): Promise<string[]> => {
  const amiss: string[] = [];
  for (const language of languages) {
    await startIn(page, language);
    for (const [place, prepare] of Object.entries(places)) {
      // From nowhere, so that nothing opened on the way stays open.
      await turnTo(page, '/-');
      await turnTo(page, place.split(' ')[0]!);
      await settled(page);
      await prepare(page);
      amiss.push(...(await amissOn(page, language)).map((one) => `${place} ${language}: ${one}`));
    }
  }
  return amiss;
};

export const asItIs: Prepare = async () => {};
const press =
  (role: 'button' | 'checkbox' | 'tab') =>
  (name: RegExp): Prepare =>
  async (page) => {
    await page.getByRole(role, { name }).first().click();
    await settled(page);
  };
export const open = press('button');
export const tick = press('checkbox');
