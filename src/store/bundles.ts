import type { Operation } from '#model/operation.ts';
import type { BundleRow, Handbook } from '#store/database.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';
import { pageOf } from '#store/notebook-page.ts';
import { session } from '#store/session.ts';
import { signingKey } from '#store/signing-key.ts';

/** What a bundle is made of and with. */
export type ToPack = {
  device: number;
  sign: CryptoKey;
  publicKey: string;
  sealingKey: string;
  operations: Operation[];
  /** Bundles that hold exactly these operations, made before: a second copy of the same does no harm, but no good either. */
  made: BundleRow[];
};

/**
 * Everything that waits, from the oldest on, so that the province finds no gap (rules I1, T3). `no-key`: the phone has
 * not met a province that takes bundles since it can make them, or its browser keeps no keys.
 */
export const toPack = async (db: Handbook): Promise<ToPack | 'nothing' | 'no-key'> => {
  await signingKey(db);
  return db.transaction('r', [db.notebook, db.ownOperations, db.bundles], async () => {
    const [me, key] = await Promise.all([session(db), pageOf(db, 'signing-key')]);
    const waiting = await db.ownOperations.where('state').equals('waiting').toArray();
    const first = waiting[0]?.seq ?? 0;
    const operations = waiting.filter(({ seq }, i) => seq === first + i).map(({ operation }) => operation);
    if (!me || operations.length === 0) return 'nothing';
    if (!key?.registered || me.sealingKey === undefined) return 'no-key';
    const { sealingKey } = me;
    const { sign, publicKey } = key;
    const made = await madeOf(db, first, first + operations.length - 1, sealingKey);
    return { device: me.device, sign, publicKey, sealingKey, operations, made };
  });
};

/** The bundles that follow each other from `first` to `last`, or none. */
const madeOf = async (db: Handbook, first: number, last: number, sealingKey: string): Promise<BundleRow[]> => {
  const rows = await db.bundles.where('last').between(first, last, true, true).toArray();
  const chain: BundleRow[] = [];
  for (let at = first; at <= last;) {
    const next = rows.find((row) => row.first === at && row.sealingKey === sealingKey);
    if (!next) return [];
    chain.push(next);
    at = next.last + 1;
  }
  return chain;
};

export const keepBundles = (db: Handbook, rows: BundleRow[]): Promise<{ kind: 'kept' } | NotStored> =>
  orNotStored(async () => {
    await db.bundles.bulkPut(rows);
    return { kind: 'kept' as const };
  });

export const bundleOf = (db: Handbook, id: string): Promise<BundleRow | undefined> => db.bundles.get(id);

/** They left the browser as a file. */
export const noteSaved = (db: Handbook, clock: { now(): number }, ids: string[]): Promise<void> =>
  db.transaction('rw', db.bundles, async () => {
    await db.bundles.where('id').anyOf(ids).modify({ savedAt: clock.now() });
  });
