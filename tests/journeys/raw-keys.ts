import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

type Words = { [key: string]: string | Words };

const files = (language: string): Words[] =>
  readdirSync(`locales/${language}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`locales/${language}/${name}`, 'utf8')) as Words);
const keysIn = (words: Words, at = ''): string[] =>
  Object.entries(words).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [`${at}${key}`] : [`${at}${key}`, ...keysIn(inner, `${at}${key}.`)],
  );
const wordsIn = (words: Words): string[] =>
  Object.values(words).flatMap((inner) => (typeof inner === 'string' ? [inner] : wordsIn(inner)));

const keys = new Set(files('vi').flatMap((words) => keysIn(words)));
const said = { vi: new Set(files('vi').flatMap(wordsIn)), en: new Set(files('en').flatMap(wordsIn)) };

/** What a screen shows or says that is the name of a sentence, not the sentence: its words were not fetched. */
export const rawKeysOn = async (page: Page, language: 'vi' | 'en'): Promise<string[]> => {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'title', 'placeholder'])
      for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name)!);
    return [...texts, document.title];
  });
  // A plain word ("phone") can be meant in English; in Vietnamese nothing is called so.
  const likeKey = (word: string) => /[a-z][.A-Z]/.test(word);
  const pieces = shown.flatMap((text) => [text.trim(), ...text.split(/[\s·,;()“”]+/).filter(likeKey)]);
  return [...new Set(pieces)].filter(
    (piece) => keys.has(piece) && !said[language].has(piece) && (language === 'vi' || likeKey(piece)),
  );
};
