import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const installed = (): string | undefined => {
  const inPath = (process.env['PATH'] ?? '').split(delimiter);
  return [
    ...names.flatMap((name) => inPath.map((folder) => join(folder, name))),
    ...usual,
    chromium.executablePath(),
  ].find((file) => file !== '' && existsSync(file));
};

const run = (command: string, ...words: string[]): boolean => {
  try {
    execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
    return true;
  } catch {
    return false;
  }
};

/** Playwright's own download; where that is closed and we may, the distribution's package. */
const install = (): void => {
  const playwright = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  if (run(process.execPath, playwright, 'install', 'chromium')) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && run('apt-get', 'update'))
    run('apt-get', 'install', '-y', 'chromium');
};

/** The path of a Chromium or Chrome; looks, then installs, then says in one sentence what to do. */
export const findBrowser = (): string => {
  const named = process.env['BROWSER_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`BROWSER_PATH names ${named}, and there is no such file.`);
  }
  const there = installed();
  if (there) return there;
  install();
  const now = installed();
  if (now) return now;
  throw new Error('The journeys need Chromium or Chrome: install one, or set BROWSER_PATH to its program file.');
};

export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchOptions = (): LaunchOptions => ({ executablePath: findBrowser(), args: quiet });
