import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrationNames } from '#server/storage/migrate.ts';
import { openProvince } from '#server/storage/open-province.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { provinceUnit } from '#server/storage/units.ts';
import { wordsIn } from '#server/words.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';
import { runProgram, startProgram, type Running } from '../support/program.ts';

const main = 'src/server/main.ts';
let dataDir: string;
let running: Running[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sotay-data-'));
  running = [];
});
afterEach(async () => {
  for (const { process, ended } of running) {
    process.kill('SIGKILL');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});
const start = (url: string) => {
  const started = startProgram(main, [], { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: url });
  running.push(started);
  return started;
};

test('two nodes that start at once on an empty database set one province up, and both answer from it', async () => {
  const url = await newPostgresDatabase({ bare: true });
  const nodes = [start(url), start(url)];
  for (const node of nodes) await node.said(/npm run people -- invite/);
  const said = nodes.map((node) => node.out());
  expect(said.filter((out) => out.includes('Set up Hà Tĩnh province with 69 communes'))).toHaveLength(1);
  const [invitation] = /^[0-9A-Z]{4}-[0-9A-Z]{4}/m.exec(said.join('\n')) ?? [];
  const post = (out: string) =>
    fetch(`${/open at (http:\S+)/.exec(out)![1]!}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invitation }),
    });
  expect((await post(said[0]!)).status).toBe(200);
  expect((await post(said[1]!)).status).toBe(409);
  nodes[0]!.process.kill('SIGTERM');
  expect((await nodes[0]!.ended).code).toBe(0);
}, 60_000);

test('migrations that several nodes begin at once run once', async () => {
  const url = await newPostgresDatabase({ bare: true });
  const nodes = Array.from({ length: 4 }, () => openPostgres(url));
  const ran = await Promise.all(nodes.map((db) => migrate(db)));
  expect(ran.flat().sort()).toEqual([...migrationNames].sort());
  expect(await provinceUnit(nodes[3]!)).toBeUndefined();
  await Promise.all(nodes.map((db) => db.destroy()));
});

test('a database that is not there, does not answer, or wants another password is said in one sentence, without the password', async () => {
  const url = new URL(await newPostgresDatabase());
  const but = (change: Partial<URL>) => Object.assign(new URL(url), change).href;
  const wrong = [
    [but({ port: '1' }), /^The PostgreSQL database 127\.0\.0\.1:1\/\w+ cannot be used: .*ECONNREFUSED/],
    [but({ hostname: 'nowhere.invalid' }), /^The PostgreSQL database nowhere\.invalid:\d+\/\w+ cannot be used: .*E\w+/],
    [but({ pathname: '/no_such' }), /cannot be used: database "no_such" does not exist/],
    [but({ password: 'sai-mat-khau' }), /cannot be used: password authentication failed/],
    [but({ pathname: '/%' }), /cannot be used: URI malformed/],
    [await newPostgresDatabase({ bare: true, encoding: 'LATIN1' }), /cannot be used: encoding is not UTF8/],
  ] as const;
  for (const [value, sentence] of wrong) {
    const opened = await openProvince({ database: join(dataDir, 'province.sqlite'), databaseUrl: value });
    if (opened.kind !== 'unusable') throw new Error('opened');
    const said = wordsIn('en')(opened.problem, opened.params);
    expect(said).toMatch(sentence);
    expect(said).not.toContain(new URL(value).password);
  }
  const [[unreachable, sentence]] = wrong;
  const ended = await start(unreachable).ended;
  expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(sentence)]);
  expect(ended.err.trim().split('\n')).toHaveLength(1);
  const command = await runProgram('src/server/cli/people.ts', ['list'], { DATABASE_URL: unreachable });
  expect([command.code, command.err]).toEqual([1, expect.stringMatching(sentence)]);
}, 60_000);
