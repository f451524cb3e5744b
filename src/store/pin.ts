import type { Handbook } from '#store/database.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { pageOf } from '#store/notebook-page.ts';

/** OWASP asks for 600,000 rounds of PBKDF2 with SHA-256; half of that already takes a cheap phone a second (README). */
export const pinRounds = 310_000;
const missesFree = 5;
const firstWait = 30_000;
const longestWait = 60 * 60 * 1000;

const verifierOf = async (pin: string, salt: Uint8Array<ArrayBuffer>, times: number) => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, key, 256),
  );
};

const pinRow = (db: Handbook) => pageOf(db, 'pin');

export const hasPin = async (db: Handbook): Promise<boolean> => (await pinRow(db)) !== undefined;

/** Four to six digits. Throws a RangeError for anything else, which the form has to ask for. */
export const setPin = async (db: Handbook, pin: string): Promise<void> => {
  if (!/^\d{4,6}$/.test(pin)) throw new RangeError('A PIN is four to six digits');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const verifier = await verifierOf(pin, salt, pinRounds);
  await db.notebook.put({ key: 'pin', salt, rounds: pinRounds, verifier, misses: 0, waitUntil: 0 });
};

const waitAfter = (misses: number) =>
  misses < missesFree ? 0 : Math.min(longestWait, firstWait * 2 ** (misses - missesFree));

/**
 * Four free misses, then a wait that doubles from 30 s to an hour and outlives a restart. `waitUntil` in milliseconds; 0:
 * no wait. It keeps the curious out for a while; a PIN of four digits protects nothing from whoever copies the storage.
 */
export const checkPin = async (
  db: Handbook,
  clock: { now(): number },
  pin: string,
): Promise<{ kind: 'right' } | { kind: 'wrong'; waitUntil: number }> => {
  const known = await pinRow(db);
  if (!known) return { kind: 'right' };
  // A clock set back must not lock a person out for longer than the longest wait.
  const waitUntil = Math.min(known.waitUntil, clock.now() + longestWait);
  if (clock.now() < waitUntil) return { kind: 'wrong', waitUntil };

  const offered = await verifierOf(pin, known.salt, known.rounds);
  const right = offered.every((byte, i) => byte === known.verifier[i]);
  return db.transaction('rw', db.notebook, async () => {
    const now = await pinRow(db);
    if (!now) return { kind: 'right' as const };
    const misses = right ? 0 : now.misses + 1;
    const wait = waitAfter(misses);
    const until = wait === 0 ? 0 : clock.now() + wait;
    await db.notebook.put({ ...now, misses, waitUntil: until });
    return right ? { kind: 'right' as const } : { kind: 'wrong' as const, waitUntil: until };
  });
};

/** Residents to see again are sealed under the PIN: without one there is no list. */
export const dropPin = async (db: Handbook): Promise<void> => {
  await db.notebook.delete('pin');
  await wipeFollowUps(db);
};
