import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser, quiet } from './browser.ts';

/** A phone with its memory: what the browser keeps outlives the browser. */
export type Phone = {
  /** A new tab, 390×844 unless told otherwise. */
  tab(address: string, size?: { width: number; height: number }): Promise<Page>;
  context(): BrowserContext;
  /** Where the browser keeps all of it. */
  profile: string;
  /** Closes the browser as a person does, or ends it as an empty battery does. */
  switchOff(how?: 'closed' | 'battery'): Promise<void>;
  switchOn(): Promise<void>;
  /** Switches it off and forgets everything. */
  remove(): Promise<void>;
};

type Running = { context: BrowserContext; close(): Promise<void>; die(): Promise<void> };

const start = async (profile: string, flags: readonly string[]): Promise<Running> => {
  // A process group of its own, so that nothing of the browser outlives its end.
  const child = spawn(
    findBrowser(),
    [
      ...quiet,
      ...flags,
      '--headless=new',
      '--remote-debugging-port=0',
      '--lang=vi',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', LANGUAGE: 'vi' },
    },
  );
  const ended = once(child, 'exit');
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const [, address] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const gone = async () => {
    await ended;
    await browser.close().catch(() => undefined);
  };
  return {
    context: browser.contexts()[0]!,
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await gone();
    },
    die: async () => {
      process.kill(-child.pid!, 'SIGKILL');
      await gone();
    },
  };
};

/** `flags` are the browser's own, as for a camera that sees a picture. */
export const newPhone = async (flags: readonly string[] = []): Promise<Phone> => {
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-06-phone-'));
  let running: Running | undefined = await start(profile, flags);
  const on = (): Running => {
    if (!running) throw new Error('The phone is switched off');
    return running;
  };
  const phone: Phone = {
    tab: async (address, size = { width: 390, height: 844 }) => {
      const page = await on().context.newPage();
      await page.setViewportSize(size);
      await page.goto(address);
      return page;
    },
    context: () => on().context,
    profile,
    switchOff: async (how = 'closed') => {
      const { close, die } = on();
      running = undefined;
      await (how === 'closed' ? close() : die());
    },
    switchOn: async () => {
      running = await start(profile, flags);
    },
    remove: async () => {
      if (running) await phone.switchOff();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return phone;
};
