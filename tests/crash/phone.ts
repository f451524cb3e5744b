import 'fake-indexeddb/auto';
import { request as ask } from 'node:http';
import type { SignInAnswer } from '#protocol/sign-in.ts';
import type { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { waitingCount } from '#store/outbox.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { createSync } from '#sync/engine.ts';
import type { Clock } from '#sync/ports.ts';
import { newHandbook } from '../support/device.ts';
import { tabLock } from '../support/lock.ts';
import type { Line } from '../support/network.ts';
import { provinceByWire } from '../support/province-by-wire.ts';
import type { WireAnswer } from '../support/wire.ts';

/** A phone with the real store, the real engine and a real socket. */
export type SocketPhone = {
  db: Handbook;
  clock: Clock;
  answer: SignInAnswer;
  wake(): void;
  /** Resolves when the province has answered for everything; throws when that takes too long. */
  drained(): Promise<void>;
  switchOff(): Promise<void>;
};

/** A connection for each request: what passes on it belongs to that request alone. */
export const lineTo =
  (port: number): Line =>
  ({ method, url, headers, body }) =>
    new Promise<WireAnswer | 'silence' | 'time-out'>((resolve) => {
      const length = body ? { 'content-length': String(body.length) } : {};
      const asked = ask({
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { ...headers, ...length },
        agent: false,
      });
      asked.setTimeout(15_000, () => {
        resolve('time-out');
        asked.destroy();
      });
      asked.on('error', () => resolve('silence'));
      asked.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', () => resolve('silence'));
        answer.on('close', () =>
          resolve(
            answer.complete
              ? { status: answer.statusCode ?? 0, headers: answer.headers, body: new Uint8Array(Buffer.concat(chunks)) }
              : 'silence',
          ),
        );
      });
      asked.end(body);
    });

/** The engine waits as it would, a hundred times faster. */
const hurried: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, signal.aborted ? 0 : Math.min(milliseconds, 60_000) / 100);
      signal.addEventListener('abort', wake);
    }),
};

export const socketPhone = async (port: number, answer: SignInAnswer, chance: () => number): Promise<SocketPhone> => {
  const db = newHandbook();
  await keepSignIn(db, hurried, answer);
  const sync = createSync({
    memory: createMemory(db, hurried),
    province: provinceByWire(lineTo(port), async () => answer.token),
    clock: hurried,
    lock: tabLock(),
    chance,
  });
  sync.start();
  return {
    db,
    clock: hurried,
    answer,
    wake: sync.wake,
    drained: async () => {
      for (const started = Date.now(); (await waitingCount(db)) > 0;) {
        if (Date.now() - started > 60_000) throw new Error(`Phone ${answer.device} does not get its outbox empty`);
        sync.wake();
        await new Promise((later) => setTimeout(later, 20));
      }
    },
    switchOff: async () => {
      await sync.stop();
      db.close();
    },
  };
};
