import { toBase64Url } from '#protocol/base64url.ts';
import type { Handbook, SigningKeyRow } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';

const aDay = 24 * 60 * 60 * 1000;

const made = async (): Promise<SigningKeyRow> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  const publicKey = toBase64Url(new Uint8Array(raw));
  return { key: 'signing-key', sign: pair.privateKey, publicKey, registered: false, askedAt: null };
};

/**
 * What this device signs bundles with (rule T3), made at the first call and kept. Undefined where the browser makes or
 * keeps no keys: everything else works there, only not bundles.
 */
export const signingKey = async (db: Handbook): Promise<SigningKeyRow | undefined> => {
  try {
    const kept = await pageOf(db, 'signing-key');
    if (kept) return kept;
    const fresh = await made();
    return await db.transaction('rw', db.notebook, async () => {
      const other = await pageOf(db, 'signing-key');
      if (!other) await db.notebook.put(fresh);
      return other ?? fresh;
    });
  } catch {
    return undefined;
  }
};

/** In a transaction: signing in brought the key. */
export const markRegistered = async (db: Handbook): Promise<void> => {
  const kept = await pageOf(db, 'signing-key');
  if (kept) await db.notebook.put({ ...kept, registered: true });
};

/** The public key the province has not got; asked again after a day where it would not take it. */
export const keyToRegister = async (db: Handbook, clock: { now(): number }): Promise<string | null> => {
  const kept = await signingKey(db);
  if (!kept || kept.registered) return null;
  // A clock that was set back must not keep us from asking.
  const since = kept.askedAt === null ? aDay : Math.abs(clock.now() - kept.askedAt);
  return since < aDay ? null : kept.publicKey;
};

export const noteKey = (db: Handbook, clock: { now(): number }, sealingKey: string | null): Promise<void> =>
  db.transaction('rw', db.notebook, async () => {
    const [me, kept] = await Promise.all([pageOf(db, 'me'), pageOf(db, 'signing-key')]);
    if (!me || !kept) return;
    if (sealingKey === null) await db.notebook.put({ ...kept, askedAt: clock.now() });
    else
      await db.notebook.bulkPut([
        { ...me, sealingKey },
        { ...kept, registered: true },
      ]);
  });
