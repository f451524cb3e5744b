import { afterEach, expect, test, vi } from 'vitest';
import { createProvince as provinceOverHttp } from '#app/province-http.ts';
import english from '../../locales/en/refusals.json';
import vietnamese from '../../locales/vi/refusals.json';
import { record } from '../support/operations.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { reachListener, reachProvince, type Reachable } from '../support/reachable.ts';

let reachable: Reachable | undefined;
let province: TestProvince | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await reachable?.stop();
  await province?.close();
  reachable = province = undefined;
});

const reach = async (): Promise<Phone> => {
  province = await createProvince();
  reachable = await reachProvince(await province.app());
  return province.phone('villageMember');
};
const over = (token: string | undefined, language = 'vi') => provinceOverHttp(async () => ({ token, language }));
const batchOf = (device: number, many = 1) => ({
  device,
  waiting: many,
  operations: Array.from({ length: many }, (_, i) => record(eveningInThon2(), { device, seq: i + 1 })),
});
const question = { cursor: 0, own: true, situation: '' };
const unreachable = { kind: 'unreachable', timedOut: false };

test('P2, P4: a batch goes out packed over HTTP, its receipt comes back, and a page brings it home', async () => {
  const { device, token } = await reach();
  const pushed = await over(token).push(batchOf(device, 3));
  expect(pushed).toMatchObject({ kind: 'answered', answer: { device, through: 3, accepted: [[1, 1, 3]] } });
  const pulled = await over(token).pull(question);
  const operations = [{ seq: 1 }, { seq: 2 }, { seq: 3 }];
  expect(pulled).toMatchObject({ kind: 'answered', answer: { cursor: 3, holding: { highestSeq: 3 }, operations } });
});

test("a refusal comes with its code, and with a sentence in the person's language", async () => {
  const { device } = await reach();
  const refusedIn = async (language: string) => over('a-token-nobody-was-given', language).push(batchOf(device));
  const saying = (message: string) => ({ kind: 'refused', refusal: { code: 'token-stale', params: {}, message } });
  expect(await refusedIn('vi')).toEqual(saying(vietnamese['token-stale']));
  expect(await refusedIn('en')).toEqual(saying(english['token-stale']));
  expect(await over(undefined).pull(question)).toMatchObject({ refusal: { code: 'sign-in-needed' } });
});

test('T1: a batch that begins above what the province holds is told from where to begin', async () => {
  const { device, token } = await reach();
  const later = { ...batchOf(device), operations: [record(eveningInThon2(), { device, seq: 5 })] };
  expect(await over(token).push(later)).toMatchObject({ refusal: { code: 'seq-gap', params: { expected: 1 } } });
});

test.each([
  ["a captive portal's page", 200, 'text/html', '<html>Mời mua gói cước</html>'],
  ['an empty answer', 200, 'application/json', ''],
  ['JSON of somebody else', 200, 'application/json', '{"status":"ok"}'],
  ["a proxy's error page", 502, 'text/html', '<html>Bad Gateway</html>'],
  ["a proxy's error in JSON", 503, 'application/json', '{"error":"unavailable"}'],
])('%s is not the word of the province', async (_, status, type, body) => {
  reachable = await reachListener((_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  expect(await over('token').push(batchOf(17))).toEqual(unreachable);
  expect(await over('token').pull(question)).toEqual(unreachable);
  expect(await over('token').view('/api/figures?unit=42')).toEqual(unreachable);
});

test('a redirect to a login page is not followed', async () => {
  let asked = 0;
  reachable = await reachListener((_request, response) => {
    asked++;
    response.writeHead(302, { location: '/login' }).end();
  });
  expect(await over('token').pull(question)).toEqual(unreachable);
  expect(asked).toBe(1);
});

test('P6: an answer cut off half-way, and a server that is not there, are unreachable and no error', async () => {
  reachable = await reachListener((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"device":17,');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await over('token').push(batchOf(17))).toEqual(unreachable);
  await reachable.stop();
  reachable = undefined;
  const { fetch } = globalThis;
  globalThis.fetch = (path, init) => fetch(new URL(String(path), 'http://127.0.0.1:9'), init);
  expect(await over('token').push(batchOf(17))).toEqual(unreachable);
  globalThis.fetch = fetch;
});

test('P6: silence ends by itself, later for a larger batch, and is told from a dead line', async () => {
  reachable = await reachListener(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let ended: unknown;
  const waiting = over('token')
    .push(batchOf(17, 2000))
    .then((outcome) => (ended = outcome));
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { timeout: 5000, interval: 20 });
  await vi.advanceTimersByTimeAsync(39_000);
  expect(ended).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  await waiting;
  expect(ended).toEqual({ kind: 'unreachable', timedOut: true });
});

test('P6: a province that names a time is taken at its word', async () => {
  reachable = await reachListener((_request, response) => {
    response
      .writeHead(503, { 'content-type': 'application/json', 'retry-after': '90' })
      .end('{"code":"province-busy","params":{}}');
  });
  expect(await over('token').pull(question)).toEqual({
    kind: 'refused',
    refusal: { code: 'province-busy', params: {} },
    retryAfter: 90,
  });
});

test('a page that is none of ours is not asked for', async () => {
  let asked = 0;
  reachable = await reachListener((_request, response) => (asked++, void response.end('{}')));
  expect(await over('token').view('https://elsewhere.example/api/figures')).toEqual(unreachable);
  expect(asked).toBe(0);
});
