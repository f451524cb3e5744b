import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#server/app.ts';
import type { Province, ProvinceDatabase } from '#server/province.ts';
import type { ProvinceTables } from '#server/storage/schema.ts';
import { wireInto, type Wire } from '../support/wire.ts';

/**
 * When the program ends: before the next but so many statements, before the next commit, or when its work is done; an answer
 * that is ready by then leaves, or does not.
 */
export type End = { before: number | 'commit' | 'answer'; lastWord: boolean };

/** One run of the server's program. Its database outlives it. */
type Life = { dead: boolean; statements: number; end: End | null };

class Gone extends Error {}

type Held = DatabaseConnection & { base: ProvinceDatabase; open: boolean; letGo: () => void };

/** A driver that passes everything on to a database that goes on when this program ends: a transaction under way is rolled back. */
const driverInto = (base: ProvinceDatabase, life: Life): Driver => {
  const run = async <R>(held: Held, query: CompiledQuery) => {
    const before = life.end?.before;
    if (before === query.sql || before === life.statements) life.dead = true;
    if (life.dead) throw new Gone();
    life.statements++;
    const result = await held.base.executeQuery<R>(query);
    if (query.sql === 'begin') held.open = true;
    if (query.sql === 'commit') held.open = false;
    return result;
  };
  const raw = async (held: DatabaseConnection, sql: string) => void (await run(held as Held, CompiledQuery.raw(sql)));
  // What the database does by itself when it is opened after the end of a program.
  const rollBack = async (connection: DatabaseConnection) => {
    const held = connection as Held;
    if (held.open) await held.base.executeQuery(CompiledQuery.raw('rollback'));
    held.open = false;
  };
  return {
    init: async () => {},
    acquireConnection: () =>
      new Promise((resolve, reject) => {
        const holding = base.connection().execute(
          (connection) =>
            new Promise<void>((letGo) => {
              const held: Held = {
                base: connection,
                open: false,
                letGo,
                executeQuery: (query) => run(held, query),
                streamQuery: () => {
                  throw new Error('Nothing of ours is streamed');
                },
              };
              resolve(held);
            }),
        );
        holding.catch(reject);
      }),
    beginTransaction: (held) => raw(held, 'begin'),
    commitTransaction: (held) => raw(held, 'commit'),
    rollbackTransaction: rollBack,
    releaseConnection: async (connection) => {
      await rollBack(connection);
      (connection as Held).letGo();
    },
    destroy: async () => {},
  };
};

export type MortalServer = {
  wire: Wire;
  /** Over the next request the program ends; then another is started. Null: not after all. */
  endOver(end: End | null): void;
  /** How often it has ended over a request. */
  ends(): number;
  close(): Promise<void>;
};

/** The province's program, which can end in the middle of a request, at any statement or between commit and answer. */
export const mortalServer = ({ db, clock }: Province): MortalServer => {
  let [life, app]: [Life | null, Promise<FastifyInstance> | null] = [null, null];
  let ends = 0;
  let armed: End | null = null;
  const closing: Promise<void>[] = [];

  const start = () => {
    const born: Life = { dead: false, statements: 0, end: null };
    const own = new Kysely<ProvinceTables>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createQueryCompiler: () => new SqliteQueryCompiler(),
        createIntrospector: (on) => new SqliteIntrospector(on),
        createDriver: () => driverInto(db, born),
      },
    });
    life = born;
    app = buildApp({ db: own, clock }, { trustProxy: false, logger: false, behindTls: false });
  };

  return {
    wire: async (request) => {
      if (!life || life.dead) start();
      const [living, serving] = [life!, app!];
      const end = armed;
      armed = null;
      if (end) [living.end, living.statements] = [end, 0];
      const answer = await wireInto(() => serving)(request);
      if (end) living.dead = true;
      if (!living.dead) return answer;
      if (living === life) {
        ends++;
        [life, app] = [null, null];
        closing.push(serving.then((ended) => ended.close()));
      }
      return end?.lastWord && answer.status < 300 ? answer : 'silence';
    },
    endOver: (end) => void (armed = end),
    ends: () => ends,
    close: async () => {
      if (app) closing.push(app.then((running) => running.close()));
      await Promise.all(closing);
    },
  };
};
