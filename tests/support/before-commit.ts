import type { Transaction } from 'kysely';
import type { ProvinceDatabase } from '#server/province.ts';
import type { ProvinceTables } from '#server/storage/schema.ts';

/** The same database, in which every transaction waits for `wait` when its work is done and its commit is not. */
export const beforeCommit = (db: ProvinceDatabase, wait: () => Promise<void>): ProvinceDatabase =>
  new Proxy(db, {
    get: (target, name) => {
      if (name === 'transaction')
        return () => ({
          execute: <T>(work: (tx: Transaction<ProvinceTables>) => Promise<T>) =>
            target.transaction().execute(async (tx) => {
              const result = await work(tx);
              await wait();
              return result;
            }),
        });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
