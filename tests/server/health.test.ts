import { Writable } from 'node:stream';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { logTo } from '#server/logging.ts';
import { networkOf, subscriberOf } from '#server/network-of.ts';
import { demoProvince, type DemoProvince } from '../support/demo-province.ts';

let there: DemoProvince;
afterEach(() => there.close());

test('health says that the database answers, and in which version; nothing about anybody', async () => {
  there = await demoProvince();
  const answer = await there.app.inject(paths.health);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    status: 'ready',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    protocol: 1,
    migration: expect.stringMatching(/^\d{4}-\d{2}-\d{2}-/),
  });
});

test('a province whose database fails says so without a word from the inside', async () => {
  there = await demoProvince();
  await there.db.schema.alterTable('unit').renameTo('lost').execute();
  const answer = await there.app.inject(paths.health);
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'province-failed']);
  expect(answer.body).not.toMatch(/sqlite|select|unit/i);
});

test('a database that is busy is a reason to come back, not a failure', async () => {
  there = await demoProvince();
  there.app.get('/api/busy', { config: { open: true } }, () => {
    throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  });
  const answer = await there.app.inject('/api/busy');
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'province-busy', '2']);
});

test('logs tell routes and networks; no code, no token, no whole address, no name', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  there = await demoProvince({ logger: logTo(stream, 'trace'), trustProxy: 'loopback' });
  const from = { 'x-forwarded-for': '203.0.113.77' };
  const invitation = there.invitationOf('villageMember');
  const { token } = (await there.post(paths.signIn, { invitation }, from)).json<{ token: string }>();
  await there.post(`${paths.signOut}?secret=${token}`, {}, { ...from, authorization: `Bearer ${token}` });
  await there.app.inject({ url: `/vao?m=${invitation}`, headers: from });
  await there.post(paths.signIn, { invitation: `${invitation}"` }, { ...from, 'content-type': 'text/html' });

  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(said).toContainEqual(
    expect.objectContaining({ method: 'POST', route: paths.signIn, status: 200, network: '203.0.113.0/24' }),
  );
  const all = lines.join('');
  for (const secret of [invitation, invitation.replace('-', ''), token, '203.0.113.77', 'Nguyễn'])
    expect(all).not.toContain(secret);
});

test.each([
  ['203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:7:9:1:2:3:4', '2001:db8:7:9::/64', '2001:db8:7::/48'],
  ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
])('%s counts as %s and is logged as %s', async (address, subscriber, network) => {
  there = await demoProvince();
  expect([subscriberOf(address), networkOf(address)]).toEqual([subscriber, network]);
});

/** Every route the province registers, as Fastify reports them while it is built. */
const routesOf = (app: FastifyInstance): { method: string; url: string }[] =>
  app
    .printRoutes({ commonPrefix: false, includeHooks: false })
    .split('\n')
    .flatMap((line) => {
      const found = /(\/api\/\S+) \(([A-Z, ]+)\)/.exec(line);
      return found ? found[2]!.split(', ').map((method) => ({ method, url: found[1]! })) : [];
    });

test('every route under /api is closed without a token, but the few that must be open', async () => {
  there = await demoProvince();
  const routes = routesOf(there.app).filter(({ method }) => method !== 'HEAD');
  expect(routes.length).toBeGreaterThan(4);
  const open: RouteOptions['url'][] = [paths.health, paths.openapi, paths.invitation, paths.signIn, paths.calendar];
  for (const { method, url } of routes.filter((route) => !open.includes(route.url))) {
    const ask = (headers = {}) => there.app.inject({ method: method as 'GET', url, headers });
    const forOthers = url.startsWith('/api/v1/');
    expect((await ask()).json().code, `${method} ${url}`).toBe(forOthers ? 'access-token-needed' : 'sign-in-needed');
    for (const authorization of [
      '',
      'Bearer',
      'Basic YTpi',
      'Bearer x',
      `Bearer ${'A'.repeat(43)}`,
      `Bearer ${'A'.repeat(9000)}`,
    ])
      expect((await ask({ authorization })).json().code, `${method} ${url}`).toMatch(
        forOthers ? /^access-token-unknown$/ : /^(token-stale|sign-in-needed)$/,
      );
  }
});
