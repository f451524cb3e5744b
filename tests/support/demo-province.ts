import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '#model/person.ts';
import { buildApp, type AppOptions } from '#server/app.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { firstStart } from '#server/setup/first-start.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openSqlite } from '#server/storage/sqlite.ts';

/** Hà Tĩnh as the first start sets it up, in memory, with its web server and a clock that the test turns. */
export type DemoProvince = {
  db: ProvinceDatabase;
  app: FastifyInstance;
  clock: { now(): number; pass(seconds: number): void };
  /** The first, still unused invitation of a role. */
  invitationOf(role: Role): string;
  post(path: string, payload: object, headers?: InjectOptions['headers']): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

/** 21/11/2026, 08:15 in Vietnam. */
export const morning = Date.UTC(2026, 10, 21, 1, 15);

export const demoProvince = async (
  options: Partial<AppOptions> = {},
  open: () => ProvinceDatabase | Promise<ProvinceDatabase> = () => openSqlite(':memory:'),
): Promise<DemoProvince> => {
  let now = morning;
  const clock = { now: () => now, pass: (seconds: number) => void (now += seconds * 1000) };
  const db = await open();
  await migrate(db);
  const set = await firstStart(db, { code: '42', demo: true, at: now / 1000 });
  if (set.kind !== 'set-up') throw new Error('Hà Tĩnh is gone from the list');
  const app = await buildApp({ db, clock }, { trustProxy: false, logger: false, behindTls: false, ...options });
  return {
    db,
    app,
    clock,
    invitationOf: (role) => set.invited.find(({ person }) => person.role === role)!.code,
    post: (url, payload, headers = {}) => app.inject({ method: 'POST', url, payload, headers }),
    close: async () => {
      await app.close();
      await db.destroy();
    },
  };
};
