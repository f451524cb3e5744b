import { isKnown, type Operation } from '#model/operation.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';
import { Handbook, type OwnOperationRow } from '#store/database.ts';
import { foldEntry } from '#store/entry-fold.ts';
import { link } from '#store/link.ts';
import { waitingCount } from '#store/outbox.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';

const db = new Handbook();
const clock = { now: () => Date.now() };

/** Resolves with the instant at which `holds` first held. */
const since = async (holds: () => Promise<boolean>): Promise<number> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
  return Date.now();
};

/** What the bench does to a phone's memory, and reads from it, beside the app that runs on it. */
const bench = {
  signIn: (answer: SignInAnswer) => keepSignIn(db, clock, answer),

  /** These operations of this device, as if each had been saved by hand; received already, if so said, from number 1 on. */
  async write(operations: Operation[], by: number, state: 'waiting' | 'received') {
    const where = state === 'received' ? 'received' : 'onPhone';
    await db.transaction('rw', db.notebook, db.ownOperations, db.entries, async () => {
      const rows = operations.map((operation): OwnOperationRow => {
        const { device, seq } = operation;
        return { device, seq, operation, state, ...(state === 'received' && { number: seq }) };
      });
      await db.ownOperations.bulkAdd(rows);
      const entries = rows.flatMap(({ operation, number }) => {
        if (!isKnown(operation)) return [];
        return foldEntry([{ operation, by, where, ...(number !== undefined && { number }) }]) ?? [];
      });
      await db.entries.bulkAdd(entries);
      const last = operations[operations.length - 1]!.seq;
      await db.notebook
        .where('key')
        .equals('me')
        .modify((me) => void Object.assign(me, { nextSeq: last + 1, ...(state === 'received' && { cursor: last }) }));
    });
  },

  failed: () => since(async () => (await link(db)).trouble !== null),
  drained: () => since(async () => (await waitingCount(db)) === 0),
  pulled: (entries: number) => since(async () => (await db.entries.count()) === entries),
  synced: (after: number) => since(async () => ((await link(db)).lastSucceededAt ?? 0) > after),
};

Object.assign(globalThis, { bench });
