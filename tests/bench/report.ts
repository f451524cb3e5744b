import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { ReportFacts } from '#model/report/facts.ts';
import { launchOptions } from '../support/browser.ts';
import { november } from '../support/report-facts.ts';
import { figure, inTurn, type Figure } from './figure.ts';

/** A commune of 22 villages with 40 tasks, as large as they come. */
const commune: ReportFacts = {
  ...november,
  rows: Array.from({ length: 22 }, (_, at) => ({
    ...november.rows[at % 3]!,
    unit: { ...november.rows[0]!.unit, id: `18406-${at}` },
  })),
  tasks: Array.from({ length: 40 }, (_, at) => november.tasks[at % 2]!),
};
/** How much slower a cheap machine is than this one. */
const slower = 4;
const rounds = 7;

/** Time to make a commune's .docx and .xlsx in a browser four times slower, beside the same browser at full speed. */
export const reportAt4x = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-bench-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome90',
      lib: { entry: 'tests/bench/report-page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const server = createServer((request, response) => {
    const script = request.url === '/page.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ? readFileSync(join(folder, 'page.js')) : '<script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions());
  try {
    const page = await browser.newPage();
    const line = await browser.newCDPSession(page);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('"bench" in globalThis');
    const once = async (rate: number): Promise<number> => {
      await line.send('Emulation.setCPUThrottlingRate', { rate });
      const made: { took: number } = await page.evaluate(`bench.report(${JSON.stringify(commune)})`);
      return made.took;
    };
    await once(1);
    const { ours, reference } = await inTurn(
      rounds,
      () => once(slower),
      () => once(1),
    );
    return figure('report-docx-4x', ours, 'ms', reference);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
