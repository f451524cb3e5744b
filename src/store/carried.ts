import type { BundleAnswer } from '#protocol/bundle.ts';
import { carriedText } from '#protocol/bundle.ts';
import type { Refusal, RefusalCode } from '#protocol/refusals.ts';
import type { CarriedRow, Handbook } from '#store/database.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';

/** Nothing that time or another try would mend: its owner makes a new one. */
const final: readonly RefusalCode[] = ['bundle-unreadable', 'body-unreadable', 'body-too-large'];

/** Until the next try, in milliseconds: a refused one waits longer each time, a held one until an officer may have looked. */
const [soon, latest, untilDecided] = [60_000, 6 * 60 * 60 * 1000, 60 * 60 * 1000];
const waitAfter = (tries: number) => Math.min(latest, soon * 2 ** (tries - 1));

/** A colleague's bundle comes onto this phone; `own` when this phone made it, and sends it by itself. */
export const takeInBundle = (
  db: Handbook,
  clock: { now(): number },
  { id, text }: Pick<CarriedRow, 'id' | 'text'>,
): Promise<{ kind: 'taken' | 'again' | 'own' } | NotStored> =>
  orNotStored(() =>
    db.transaction('rw', [db.bundles, db.carried], async () => {
      const [own, known] = await Promise.all([db.bundles.get(id), db.carried.get(id)]);
      if (own) return { kind: 'own' as const };
      if (known) return { kind: 'again' as const };
      await db.carried.put({
        id,
        text,
        takenAt: clock.now(),
        state: 'waiting',
        held: null,
        refusal: null,
        tries: 0,
        notBefore: 0,
        answeredAt: null,
        receipt: null,
      });
      return { kind: 'taken' as const };
    }),
  );

/** What this phone carries and has carried, newest first. */
export const carriedByUs = async (db: Handbook): Promise<CarriedRow[]> => {
  const rows = await db.carried.toArray();
  return rows.sort((a, b) => b.takenAt - a.takenAt);
};

export const carriedOne = (db: Handbook, id: string): Promise<CarriedRow | undefined> => db.carried.get(id);

/** Not delivered, and due: the ones tried least first, so that one that fails holds up no other. */
export const dueCarried = async (db: Handbook, clock: { now(): number }): Promise<CarriedRow[]> => {
  const rows = await db.carried.where('state').anyOf('waiting', 'held').toArray();
  // A clock that was set back must not make anything wait longer than it would have to.
  const due = rows.filter(({ notBefore }) => notBefore <= clock.now() || notBefore > clock.now() + latest);
  return due.sort((a, b) => a.tries - b.tries || a.takenAt - b.takenAt);
};

/** Writes down what became of a bundle at the province. One that is delivered stays so, whatever comes later. */
export const noteDelivery = (
  db: Handbook,
  clock: { now(): number },
  id: string,
  what: BundleAnswer | { kind: 'refused'; refusal: Refusal },
): Promise<void> =>
  db.transaction('rw', db.carried, async () => {
    const before = await db.carried.get(id);
    if (!before || before.state === 'delivered') return;
    const now = clock.now();
    const row: CarriedRow = { ...before, tries: before.tries + 1, answeredAt: now, held: null, refusal: null };
    if (what.kind === 'delivered') {
      const receipt = carriedText({ kind: 'receipt', bundle: id, jwe: what.receipt });
      await db.carried.put({ ...row, state: 'delivered', receipt });
    } else if (what.kind === 'held') {
      await db.carried.put({ ...row, state: 'held', held: what.why, notBefore: now + untilDecided });
    } else {
      const state = final.includes(what.refusal.code) ? 'refused' : before.state;
      await db.carried.put({ ...row, state, refusal: what.refusal, notBefore: now + waitAfter(row.tries) });
    }
  });

/** Takes one off the list, when its receipt is back with its owner, or the province cannot read it. Otherwise it stays. */
export const letGoOf = (db: Handbook, id: string): Promise<boolean> =>
  db.transaction('rw', db.carried, async () => {
    const row = await db.carried.get(id);
    if (!row || row.state === 'waiting' || row.state === 'held') return false;
    await db.carried.delete(id);
    return true;
  });

/** Bundles that the province has not got yet. */
export const carryingCount = (db: Handbook): Promise<number> =>
  db.carried.where('state').anyOf('waiting', 'held').count();
