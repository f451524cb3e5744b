import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { demoProvince, type DemoProvince } from '../support/demo-province.ts';

let there: DemoProvince;
let photosDir: string;
let document: {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, { description: string }>; security?: unknown[] }>>;
};
beforeAll(async () => {
  photosDir = mkdtempSync(join(tmpdir(), 'sotay-photos-'));
  there = await demoProvince({ photosDir });
  document = (await there.app.inject(paths.openapi)).json();
});
afterAll(async () => {
  await there.close();
  rmSync(photosDir, { recursive: true });
});

const described = () =>
  Object.entries(document.paths).flatMap(([url, methods]) => Object.keys(methods).map((method) => ({ url, method })));

test('what is answered is described', () => {
  const registered = [...there.app.printRoutes({ commonPrefix: false }).matchAll(/(\/api\/\S+) \(/g)].map(([, url]) =>
    url!.replace(/:(\w+)/g, '{$1}'),
  );
  expect(registered).toEqual(expect.arrayContaining([paths.signIn, paths.signOut, paths.health]));
  expect(registered.filter((url) => !Object.keys(document.paths).includes(String(url)))).toEqual([]);
});

test('every description is of this kind of document, with what is answered and every refusal by status', () => {
  expect(document.openapi).toBe('3.1.0');
  const signIn = document.paths[paths.signIn]!['post']!;
  expect(signIn.responses['409']!.description).toBe('invitation-used, device-of-another-person');
  expect(signIn.responses['429']!.description).toBe('too-many-attempts');
  expect(signIn.security).toEqual([]);
  expect(JSON.stringify(signIn)).toContain('"highestSeq"');
  for (const { url, method } of described()) {
    const statuses = Object.keys(document.paths[url]![method]!.responses);
    expect(statuses.filter((status) => /^20[014]$/.test(status))).toHaveLength(1);
  }
});

test('a closed route says that a token is needed', () => {
  const { responses, security } = document.paths[paths.signOut]!['post']!;
  expect(security).toBeUndefined();
  expect(responses['401']!.description).toBe('sign-in-needed, token-stale, device-revoked, person-disabled');
});
