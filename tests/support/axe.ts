import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What a change of colours alone can break. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

const violationsOf = async (page: Page, runOnly: typeof all): Promise<string[]> => {
  // Through the debugger, because the page's own policy lets no other script in.
  await page.evaluate(`if (!window.axe) { ${source} }`);
  const results = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(runOnly)} })`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
  );
};

/** What axe-core finds on the page as it stands: one line a violation and element. */
export const violationsOn = (page: Page): Promise<string[]> => violationsOf(page, all);

/** The same, of the rules that look at colours: for a page of which all the others are known. */
export const colourViolationsOn = (page: Page): Promise<string[]> => violationsOf(page, ofColours);
