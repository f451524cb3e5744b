import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/browser.ts';

/** `npm run icons`: the PNG files of public/icons, from the SVG beside them. */
const drawn: [svg: string, png: string, size: number][] = [
  ['icon', 'icon-192', 192],
  ['icon', 'icon-512', 512],
  ['icon-maskable', 'icon-maskable-512', 512],
  ['icon-monochrome', 'icon-monochrome-512', 512],
  ['icon-maskable', 'apple-touch-icon', 180],
  ['shortcut-log', 'shortcut-log', 96],
  ['shortcut-outbox', 'shortcut-outbox', 96],
  ['shortcut-journal', 'shortcut-journal', 96],
];

const browser = await chromium.launch(launchOptions());
for (const [svg, png, size] of drawn) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}</style>${readFileSync(`public/icons/${svg}.svg`, 'utf8')}`);
  await page.screenshot({ path: `public/icons/${png}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
