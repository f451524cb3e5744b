import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

const all: RunOptions = { runOnly: { type: 'tag', values: tags } };
const ofColours: RunOptions = { runOnly: { type: 'rule', values: rulesOfColours } };
const ofWords: RunOptions = { ...all, rules: Object.fromEntries(rulesOfColours.map((id) => [id, { enabled: false }])) };

const violationsOf = async (page: Page, options: RunOptions): Promise<string[]> => {
  // Through the debugger, because the page's own policy lets no other script in.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(
    // An open sheet lies over a page on which nothing can be reached or read until it is shut.
    `axe.run(document.querySelector('dialog[open]') ?? document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
  );
};

/** What axe-core finds on the page as it stands, in its open sheet if it has one: one line a violation and element. */
export const violationsOn = (page: Page): Promise<string[]> => violationsOf(page, all);

/** The same, of the rules that look at colours: for a page of which all the others are known. */
export const colourViolationsOn = (page: Page): Promise<string[]> => violationsOf(page, ofColours);

/** The same, of all the other rules: for a page known in these colours, in other words. */
export const violationsOfWordsOn = (page: Page): Promise<string[]> => violationsOf(page, ofWords);
