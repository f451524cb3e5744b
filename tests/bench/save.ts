import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { EntryContent } from '#model/entry-content.ts';
import { defaultSettings } from '#model/settings.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';
import { launchOptions } from '../support/browser.ts';
import { figure, percentile, type Figure } from './figure.ts';
import { outreachOperations } from './records.ts';

const unit = '18373-01';
const answer: SignInAnswer = {
  device: 17,
  token: 'bench',
  holding: { highestSeq: 0, totals: {} },
  situation: {
    version: 'bench',
    person: { id: 3, name: 'Bench', role: 'villageMember', unit },
    units: [
      {
        id: unit,
        name: 'Bench',
        type: 'thon',
        level: 'village',
        parent: null,
        validFrom: '2025-07-01',
        validTo: null,
        mergedInto: [],
        demo: true,
      },
    ],
    team: [],
    settings: defaultSettings,
    closed: [],
  },
};

/** 20 saves to warm up, 300 counted; the days lie in the past whenever the bench runs. */
const contents = outreachOperations(320, { unit, from: '2026-01-15' }).map(({ body }) => body as EntryContent);
const warmUp = 20;

/** Time from the tap to the durable row and operation, in a real Chromium, beside raw IndexedDB in the same run. */
export const saves = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-bench-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'tests/bench/save-page.ts', formats: ['es'], fileName: () => 'page.js' },
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
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('"bench" in globalThis');
    const given = [contents, answer].map((value) => JSON.stringify(value)).join(', ');
    const samples: { ours: number[]; raw: number[] } = await page.evaluate(`bench.saves(${given})`);
    const ours = samples.ours.slice(warmUp);
    const raw = samples.raw.slice(warmUp);
    return [
      figure('save-p50', percentile(ours, 0.5), 'ms', percentile(raw, 0.5)),
      figure('save-p95', percentile(ours, 0.95), 'ms', percentile(raw, 0.95)),
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
