// oxlint-disable no-underscore-dangle -- names that are not ours
import './indexed-db.ts';
import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';

/*
 * The border at which a browser's storage can fail: below the app, below Dexie, where rows become bytes. It leans on what
 * fake-indexeddb 6.2 calls its own parts; the version is pinned, and tests/simulation/disk.test.ts holds us to it.
 */
type RawTransaction = {
  mode: string;
  db: { name: string };
  _state: string;
  _requests: { request: IDBRequest; operation: () => unknown }[];
  _start(): void;
  _abort(errorName: string | null): void;
};
type RawDatabase = {
  transactions: RawTransaction[];
  rawObjectStores: Map<string, { records: { values(): Iterable<{ value: unknown }> } }>;
};
const rawDatabases = (indexedDB as unknown as { _databases: Map<string, RawDatabase> })._databases;
const rawTransaction = IDBTransaction.prototype as unknown as RawTransaction;

/** What one phone's browser keeps, and what can befall it. */
export type Disk = {
  /** When no transaction is under way. */
  quiet(): Promise<void>;
  /** Rows as they lie there, of complete transactions as well as of one under way. Not to be changed. */
  rows<Row>(table: string): Row[];
  /** From the next but `writes` on, every write fails as on a full phone: at once, or when its transaction is to end. */
  fill(at: 'write' | 'commit', writes?: number): void;
  free(): void;
  /** How often it has refused. */
  refusals(): number;
  /** After so many more steps of transactions, whatever they are: everything not complete is gone, and `tell` is called. */
  dieAfter(steps: number, tell: () => void): void;
  /** Not after all. */
  spare(): void;
  /** Now. */
  die(): void;
  /** The browser throws everything away. No tab is open. */
  erase(): Promise<void>;
};

type Fate = {
  full: { at: 'write' | 'commit'; writesLeft: number } | null;
  refusals: number;
  death: { steps: number; tell: () => void } | null;
};
const fates = new Map<string, Fate>();
const writes = new WeakSet<IDBRequest>();
const quotaExceeded = 'QuotaExceededError';

for (const method of ['put', 'add'] as const) {
  const write = IDBObjectStore.prototype[method];
  IDBObjectStore.prototype[method] = function (...what) {
    const request = write.apply(this, what);
    if (fates.has(this.transaction.db.name)) writes.add(request);
    return request;
  };
}

const refuseIfFull = (transaction: RawTransaction, fate: Fate): void => {
  const { full } = fate;
  if (!full || transaction.mode !== 'readwrite' || transaction._state === 'finished') return;
  const next = transaction._requests.find(({ request }) => request.readyState !== 'done');
  if (next && writes.has(next.request) && --full.writesLeft < 0 && full.at === 'write') {
    fate.refusals++;
    next.operation = () => {
      throw new DOMException('The quota has been exceeded.', quotaExceeded);
    };
  }
  if (!next && full.at === 'commit' && full.writesLeft < 0) {
    fate.refusals++;
    transaction._abort(quotaExceeded);
  }
};

const underWay = (name: string): RawTransaction[] =>
  (rawDatabases.get(name)?.transactions ?? []).filter(({ _state }) => _state !== 'finished');

const endTransactions = (name: string): void =>
  underWay(name).forEach((transaction) => transaction._abort('AbortError'));

const { _start: start } = rawTransaction;
rawTransaction._start = function () {
  const fate = fates.get(this.db.name);
  if (fate?.death && --fate.death.steps < 0) {
    const { tell } = fate.death;
    fate.death = null;
    endTransactions(this.db.name);
    tell();
  }
  if (fate) refuseIfFull(this, fate);
  start.call(this);
};

/** The disk under the memory of this name. */
export const diskOf = (name: string): Disk => {
  const fate: Fate = { full: null, refusals: 0, death: null };
  fates.set(name, fate);
  return {
    quiet: async () => {
      while (underWay(name).length > 0) await new Promise((turn) => setImmediate(turn));
    },
    rows: <Row>(table: string) =>
      Array.from(
        rawDatabases.get(name)?.rawObjectStores.get(table)?.records.values() ?? [],
        ({ value }) => value as Row,
      ),
    fill: (at, writesLeft = 0) => void (fate.full = { at, writesLeft }),
    free: () => void (fate.full = null),
    refusals: () => fate.refusals,
    dieAfter: (steps, tell) => void (fate.death = { steps, tell }),
    spare: () => void (fate.death = null),
    die: () => {
      fate.death = null;
      endTransactions(name);
    },
    erase: () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(request.error!));
      }),
  };
};
