import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const wordsOf = (feature: string) =>
  JSON.parse(readFileSync(`locales/vi/${feature}.json`, 'utf8')) as Record<string, string>;
const measures = JSON.parse(readFileSync('locales/vi/measures.json', 'utf8')) as Record<string, { short: string }>;
const [signInWords, words] = [wordsOf('sign-in'), wordsOf('log')];

const said = (text: string) => JSON.stringify(text);
const amountOf = (measure: string) => said(words['amount']!.replace('{{what}}', measures[measure]!.short));
const [beforeSeq] = words['savedWords']!.split('{{seq}}');

/** What a quick hand does on the form, over and over: three counts, "Lưu", read the number on the screen, the next. */
const hand = `async ({ first, many }) => {
  const found = (find) => new Promise((resolve) => {
    const look = () => {
      const there = find();
      if (!there) return;
      seeing.disconnect();
      resolve(there);
    };
    const seeing = new MutationObserver(look);
    seeing.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
  const field = (name) => found(() => document.querySelector('input[aria-label="' + name + '"]'));
  const button = (name) => found(() => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name && !one.disabled));
  const type = (input, count) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, String(count));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  let seen = 0;
  for (let entry = first; entry < first + many; entry += 1) {
    type(await field(${amountOf('VNEID_CAI')}), 1 + entry % 90);
    type(await field(${amountOf('DD_MUC1_HD')}), 1 + Math.floor(entry / 90) % 90);
    type(await field(${amountOf('DD_MUC2_VD')}), 1 + Math.floor(entry / 8100));
    (await button(${said(words['save']!)})).click();
    const sentence = await found(() => [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith(${said(beforeSeq!)})));
    const seq = Number(sentence.textContent.slice(${beforeSeq!.length}).replaceAll('.', '').match(/^\\d+/)[0]);
    if (seq <= seen) throw new Error('The screen names a number twice: ' + seq);
    seen = seq;
    shown(seq);
    (await button(${said(words['another']!)})).click();
  }
}`;

/** Types the invitation on the first screen. */
export const signIn = async (page: Page, invitation: string): Promise<void> => {
  await page.getByLabel(signInWords['invitation']!).fill(invitation);
  await page.getByRole('button', { name: signInWords['open']! }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
};

/**
 * Saves up to `many` entries on the open form, as fast as the app lets it, from number `first` on, no two with the same
 * counts. `shown` hears every seq that the screen called saved. Ends with the page, or with its browser.
 */
export const saveManyTimes = async (
  page: Page,
  entries: { first: number; many: number },
  shown: (seq: number) => void,
): Promise<'done' | 'browser-gone'> => {
  await page.exposeFunction('shown', shown);
  try {
    await page.evaluate(`(${hand})(${JSON.stringify(entries)})`);
    return 'done';
  } catch (error) {
    if (!page.isClosed() && page.context().browser()?.isConnected()) throw error;
    return 'browser-gone';
  }
};
