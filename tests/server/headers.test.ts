import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '#server/compressed.ts';
import { demoProvince, type DemoProvince } from '../support/demo-province.ts';

let there: DemoProvince;
const dist = mkdtempSync(join(tmpdir(), 'sotay-dist-'));
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Sổ tay 06</title>');
  writeFileSync(join(dist, 'sw.js'), '// service worker');
  writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
  writeFileSync(join(dist, 'assets/app-BX7f_q1a.js'), 'export {}');
  writeFileSync(join(dist, 'assets/app-BX7f_q1a.js.gz'), gzipSync('export {}'));
  there = await demoProvince({ staticDir: dist, behindTls: true });
  there.app.get('/api/long', { config: { open: true } }, (request, reply) =>
    sendCompressed(request, reply, Buffer.from('lượt '.repeat(1000)), 'application/cbor'),
  );
});
afterAll(async () => {
  await there.close();
  rmSync(dist, { recursive: true });
});
const get = (url: string, headers = {}) => there.app.inject({ url, headers });

test.each(['/', '/nhat-ky', '/sw.js', paths.health, '/api/none', '/missing.png'])(
  '%s carries every header of protection',
  async (url) => {
    const { headers } = await get(url, { accept: 'text/html' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=15552000',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=(self)');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  },
);

test('over plain HTTP no strict transport is promised', async () => {
  const plain = await demoProvince();
  expect((await plain.app.inject(paths.health)).headers).not.toHaveProperty('strict-transport-security');
  await plain.close();
});

describe('the built app', () => {
  test.each(['/', '/ghi/3-7', '/nhat-ky?ngay=2026-11-12', '/tong-quan/42/luot'])(
    '%s, opened from a link, is its page, asked for each time',
    async (url) => {
      const page = await get(url, { accept: 'text/html,application/xhtml+xml' });
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(page.body).toContain('Sổ tay 06');
    },
  );

  test('what is named by its content is kept for ever, and sent as small as it was built', async () => {
    const script = await get('/assets/app-BX7f_q1a.js', { 'accept-encoding': 'gzip' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(script.headers['content-type']).toContain('javascript');
    expect(gunzipSync(script.rawPayload).toString()).toBe('export {}');
  });

  test('what keeps its name is asked for each time', async () => {
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
    const manifest = await get('/manifest.webmanifest');
    expect(manifest.headers['cache-control']).toBe('no-cache');
    expect(manifest.headers['content-type']).toContain('application/manifest+json');
  });

  test.each(['/assets/app-00000000.js', '/api', '/api/none', '/../package.json', '/%2e%2e/package.json', '/icon.png'])(
    '%s is missing, not a page',
    async (url) => {
      const missing = await get(url, { accept: 'text/html' });
      expect([missing.statusCode, missing.json().code]).toEqual([404, 'not-found']);
    },
  );

  test.each([
    ['DELETE', '/'],
    ['PUT', paths.health],
    ['POST', '/nhat-ky'],
    ['OPTIONS', paths.signIn],
  ] as const)('%s %s is refused by name', async (method, url) => {
    const answer = await there.app.inject({ method, url });
    expect(answer.json().code).toBe('not-found');
  });

  test('an address that cannot be read is refused by name', async () => {
    const answer = await get('/api/%zz');
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'query-unreadable']);
  });
});

describe('refusals', () => {
  test.each([
    [undefined, 'vi', 'Không tìm thấy'],
    ['fr', 'vi', 'Không tìm thấy'],
    ['en-GB,en;q=0.9', 'en', 'not found'],
    ['en;q=0.2, vi-VN;q=0.8', 'vi', 'Không tìm thấy'],
    ['vi;q=0, en;q=0.1', 'en', 'not found'],
    ['%%;q=x', 'vi', 'Không tìm thấy'],
  ])('asked in %j are said in %s', async (wish, language, words) => {
    const answer = await get('/api/none', wish === undefined ? {} : { 'accept-language': wish });
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.json().message.toLowerCase()).toContain(words.toLowerCase());
  });
});

test('an answer is sent in the smallest way the asker can read', async () => {
  const text = 'lượt '.repeat(1000);
  const as = async (encoding?: string) =>
    get('/api/long', encoding === undefined ? {} : { 'accept-encoding': encoding });
  expect(brotliDecompressSync((await as('gzip, deflate, br')).rawPayload).toString()).toBe(text);
  expect(gunzipSync((await as('gzip, deflate')).rawPayload).toString()).toBe(text);
  expect(gunzipSync((await as('br;q=0, gzip')).rawPayload).toString()).toBe(text);
  expect((await as()).rawPayload.toString()).toBe(text);
});
