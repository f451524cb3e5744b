import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram, startProgram, type Running } from '../support/program.ts';

const main = 'src/server/main.ts';
let dataDir: string;
let running: Running | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sotay-data-'));
});
afterEach(async () => {
  running?.process.kill('SIGKILL');
  await running?.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (...parameters: string[]) => {
  running = startProgram(main, parameters, { PORT: '0', DATA_DIR: dataDir });
  await running.said(/npm run people -- invite/);
  const address = /open at (http:\S+)/.exec(running.out())![1]!;
  return {
    running,
    address,
    invitations: [...running.out().matchAll(/^([0-9A-Z]{4}-[0-9A-Z]{4}) ·/gm)].map(([, code]) => code!),
  };
};
const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test('a first start prints the address and three invitations that work; a second one keeps everything', async () => {
  const first = await start();
  expect(first.running.out()).toContain('Set up Hà Tĩnh province with 69 communes');
  expect(first.invitations).toHaveLength(3);
  expect(first.running.out().match(/█▀|▀█|▄▄▄▄▄/g)!.length).toBeGreaterThan(20);
  const [member, commune] = first.invitations;
  expect((await post(`${first.address}/api/sign-in`, { invitation: member })).status).toBe(200);
  first.running.process.kill('SIGTERM');
  expect((await first.running.ended).code).toBe(0);

  const second = await start();
  expect(second.invitations).toEqual([]);
  expect((await post(`${second.address}/api/sign-in`, { invitation: member })).status).toBe(409);
  expect((await post(`${second.address}/api/sign-in`, { invitation: commune })).status).toBe(200);
  // Twice, as from a terminal through npm.
  second.running.process.kill('SIGINT');
  second.running.process.kill('SIGINT');
  expect((await second.running.ended).code).toBe(0);
}, 60_000);

test('--no-demo --province starts another province with one administrator', async () => {
  const { running: there, invitations } = await start('--province', '19', '--no-demo');
  expect(there.out()).toContain('Thái Nguyên province');
  expect(there.out()).toContain('Invitation (administrator)');
  expect(invitations).toHaveLength(1);
}, 120_000);

test('a wrong value, a wrong province, an unknown option and a data folder that is a file are said in one sentence', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  const wrong = [
    [await runProgram(main, [], { PORT: 'http', DATA_DIR: dataDir }), 2, /^PORT is “http”/],
    [
      await runProgram(main, ['--province', '99'], { PORT: '0', DATA_DIR: dataDir }),
      2,
      /No province has the code 99.*42 Hà Tĩnh/,
    ],
    [await runProgram(main, ['--porvince', '42'], { PORT: '0', DATA_DIR: dataDir }), 2, /unknown option/],
    [await runProgram(main, [], { PORT: '0', DATA_DIR: file }), 1, /cannot be opened.*DATA_DIR/],
  ] as const;
  for (const [{ code, err }, exit, sentence] of wrong) {
    expect([code, err]).toEqual([exit, expect.stringMatching(sentence)]);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
  }
}, 120_000);

test('a port that another program holds is said in one sentence, and nothing is left running', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const taken = holder.address();
  const port = typeof taken === 'object' && taken ? String(taken.port) : '';
  const ended = await runProgram(main, [], { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  holder.close();
  expect([ended.code, ended.err]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
}, 120_000);
