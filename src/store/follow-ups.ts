import type { FollowUpContent } from '#model/follow-up.ts';
import type { Handbook } from '#store/database.ts';
import { hasFollowUps, inBook, notDone, type FollowUpBook, type FollowUpRow } from '#store/follow-ups-book.ts';
import { newWrappedKey, openKey, seal, unseal, type WrappedKey } from '#store/follow-ups-key.ts';
import { sweepFollowUps } from '#store/follow-ups-sweep.ts';
import { isPhoneLockedOut } from '#store/locked-out.ts';
import { orNotStored, type NotStored } from '#store/not-stored.ts';
import { checkPin, hasPin } from '#store/pin.ts';

export type FollowUp = FollowUpContent & { id: number; doneAt: number | null };
type Clock = { now(): number };

export type FollowUpsState = 'locked-out' | 'no-pin' | 'off' | 'on';

/** `locked-out`, `no-pin`: there can be no list. `off`: nobody turned it on. `on`: it opens with the PIN. */
export const followUpsState = async (db: Handbook): Promise<FollowUpsState> => {
  if (await isPhoneLockedOut(db)) return 'locked-out';
  if (!(await hasPin(db))) return 'no-pin';
  return (await hasFollowUps(db)) ? 'on' : 'off';
};

export type Opened =
  { kind: 'open'; key: CryptoKey } | { kind: 'wrong'; waitUntil: number } | { kind: 'lost' } | NotStored;

/** Turns the list on, under the phone's PIN. One that another tab turned on meanwhile is opened. */
export const turnOnFollowUps = async (db: Handbook, clock: Clock, pin: string): Promise<Opened> => {
  if (await hasFollowUps(db)) return openFollowUps(db, clock, pin);
  return opened(db, clock, pin, async () => {
    const wrapped = [await newWrappedKey(pin)];
    await inBook(db, (book) => book.keys.add({ key: 'key', wrapped }));
    return wrapped;
  });
};

/**
 * Opens the list with the phone's PIN, which costs more time with each wrong try (pin.ts) and never the list. `lost`: it
 * was written under a PIN that this phone no longer has.
 */
export const openFollowUps = (db: Handbook, clock: Clock, pin: string): Promise<Opened> =>
  opened(db, clock, pin, async () => {
    await sweepFollowUps(db, clock);
    return (await inBook(db, (book) => book.keys.get('key')))?.wrapped ?? [];
  });

const opened = (db: Handbook, clock: Clock, pin: string, wrappedKeys: () => Promise<WrappedKey[]>): Promise<Opened> =>
  orNotStored(async () => {
    const checked = await checkPin(db, clock, pin);
    if (checked.kind === 'wrong') return checked;
    const key = await openKey(await wrappedKeys(), pin);
    return key ? { kind: 'open' as const, key } : { kind: 'lost' as const };
  });

/** What is to do, the nearest day first; then what is done, the last done first. */
export const followUps = async (db: Handbook, key: CryptoKey): Promise<FollowUp[]> => {
  const rows = await inBook(db, (book) => book.items.toArray());
  const all = await Promise.all(
    rows.map(async (row): Promise<FollowUp> => {
      const content = (await unseal(key, row)) as FollowUpContent;
      return { ...content, id: row.id, doneAt: row.doneAt === notDone ? null : row.doneAt };
    }),
  );
  const open = all.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.when.localeCompare(b.when));
  const done = all.filter(({ doneAt }) => doneAt !== null).sort((a, b) => b.doneAt! - a.doneAt!);
  return [...open, ...done];
};

/** `gone`: the list was wiped while it stood open, because the phone was locked or somebody in another tab did it. */
export type Kept = { kind: 'kept' } | { kind: 'gone' } | NotStored;

/** Keeps one more, sealed before it is written anywhere. */
export const addFollowUp = async (db: Handbook, key: CryptoKey, content: FollowUpContent): Promise<Kept> => {
  const sealed = await seal(key, { ...content, hint: content.hint.normalize('NFC').trim() });
  return changeList(db, (book) => book.items.add({ ...sealed, doneAt: notDone } as FollowUpRow));
};

/** Done, or after all not yet. */
export const markFollowUp = (db: Handbook, clock: Clock, id: number, done: boolean): Promise<Kept> =>
  changeList(db, async (book) => {
    const row = await book.items.get(id);
    if (row) await book.items.put({ ...row, doneAt: done ? clock.now() : notDone });
  });

export const dropFollowUp = (db: Handbook, id: number): Promise<Kept> =>
  changeList(db, (book) => book.items.delete(id));

const changeList = (db: Handbook, change: (book: FollowUpBook) => PromiseLike<unknown>): Promise<Kept> =>
  orNotStored(() =>
    inBook(db, (book) =>
      book.transaction('rw', book.keys, book.items, async () => {
        if ((await book.keys.count()) === 0) return { kind: 'gone' as const };
        await change(book);
        return { kind: 'kept' as const };
      }),
    ),
  );
