import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { addDays, dayInVietnam, daysFrom } from '#model/day.ts';
import type { Operation } from '#model/operation.ts';
import type { Role } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import { encodePush } from '#protocol/push.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';
import { limits, paths, protocolVersion } from '#protocol/version.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { countingWay } from './line.ts';
import type { Later } from './opened.ts';
import { pageBundle } from './page-bundle.ts';
import { outreachOperations } from './records.ts';

/** The village of the demonstration, and the first day on which it exists. */
const village = '18196-demo1';
const villageFrom = '2025-07-01';

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Entries of that many days up to yesterday, or of all the village's days. */
export const entriesUpToNow = (count: number, device: number, most = Infinity): Operation[] => {
  const yesterday = addDays(dayInVietnam(Date.now()), -1);
  const days = Math.max(1, Math.min(most, daysFrom(villageFrom, yesterday)));
  return outreachOperations(count, { device, unit: village, from: addDays(yesterday, 1 - days), days });
};

/** The real server on the real build, and a way to it that counts. */
export const openAppBench = async (later: Later) => {
  if (!existsSync('dist/index.html')) await build({ logLevel: 'warn' });
  const province = await startServer();
  later(() => province.remove());
  const way = await countingWay(province.port);
  later(() => way.close());
  return { province, way };
};

/** Somebody, of the village unless told otherwise, signed in over HTTP: what the phone keeps, and what is sent in its name. */
export const newVillager = async (
  province: ServerProcess,
  name: string,
  { role = 'villageMember', unit = village }: { role?: Role; unit?: UnitId } = {},
): Promise<SignInAnswer> => {
  const invitation = await province.invite(role, unit, name);
  const answer = await fetch(`${province.url}${paths.signIn}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ invitation }),
  });
  return (await answer.json()) as SignInAnswer;
};

/** Brings operations to the province without a phone. */
export const deliver = async (province: ServerProcess, { device, token }: SignInAnswer, operations: Operation[]) => {
  for (const run of chunks(operations, limits.operationsPerPush)) {
    const answer = await fetch(`${province.url}${paths.push}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/cbor',
        'Content-Encoding': 'gzip',
      },
      body: await encodePush({ version: protocolVersion, device, waiting: 0, operations: run }),
    });
    const receipt = (await answer.json()) as { refused?: unknown[] };
    if (receipt.refused?.length !== 0) throw new Error(`Refused: ${JSON.stringify(receipt).slice(0, 300)}`);
  }
};

/** Calls one of the functions of app-page.ts in a page. */
export const inPage = <T>(page: Page, call: string, ...words: unknown[]): Promise<T> =>
  page.evaluate<T>(`bench.${call}(${words.map((word) => JSON.stringify(word)).join(', ')})`);

/** A phone on which the whole app stands and this person is signed in, with these operations on it. */
export const preparedPhone = async (
  url: string,
  answer: SignInAnswer,
  operations: Operation[],
  state: 'waiting' | 'received',
  later: Later,
): Promise<{ phone: Phone; bundle: string }> => {
  const phone = await newPhone();
  later(() => phone.remove());
  const bundle = await pageBundle('app-page.ts');
  const first = await phone.tab(url);
  await first.evaluate('navigator.serviceWorker.ready.then(() => true)');
  // A file of the same origin, at which no app runs.
  await first.goto(`${url}/manifest.webmanifest`);
  await first.evaluate(bundle);
  await inPage(first, 'signIn', answer);
  const by = answer.situation.person.id;
  for (const run of chunks(operations, 5_000)) await inPage(first, 'write', run, by, state);
  await first.close();
  return { phone, bundle };
};
