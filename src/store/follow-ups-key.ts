import { pinRounds } from '#store/pin.ts';

/**
 * The list's key, wrapped under the PIN at the price that the PIN itself has: whoever copies the storage attacks the cheaper
 * of the two. A PIN of four digits keeps out who picks the phone up, not who copies its storage and has hours.
 */
export type WrappedKey = {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  iv: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
};

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

const keyFromPin = async (pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> => {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

const wrap = async (raw: Uint8Array<ArrayBuffer>, pin: string): Promise<WrappedKey> => {
  const [salt, iv] = [random(16), random(12)];
  const key = await keyFromPin(pin, salt, pinRounds);
  return {
    salt,
    rounds: pinRounds,
    iv,
    box: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, raw)),
  };
};

/** The key's bytes, or undefined where this PIN is not the one it was wrapped under. */
const unwrap = async (
  { salt, rounds, iv, box }: WrappedKey,
  pin: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const key = await keyFromPin(pin, salt, rounds);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box));
  } catch {
    // AES-GCM says only that the key is not the one.
    return undefined;
  }
};

export const newWrappedKey = (pin: string): Promise<WrappedKey> => wrap(random(32), pin);

/** The key to read and write with; it cannot be taken out of the browser. Undefined when none of them opens. */
export const openKey = async (wrapped: readonly WrappedKey[], pin: string): Promise<CryptoKey | undefined> => {
  for (const one of wrapped) {
    const raw = await unwrap(one, pin);
    if (raw) return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
  return undefined;
};

/** The same key under another PIN, first, and beside it under the old one, for a phone that goes out between the two. */
export const wrapAnew = async (
  wrapped: readonly WrappedKey[],
  pin: string,
  fresh: string,
): Promise<WrappedKey[] | undefined> => {
  for (const one of wrapped) {
    const raw = await unwrap(one, pin);
    if (raw) return [await wrap(raw, fresh), one];
  }
  return undefined;
};

export type Sealed = { iv: Uint8Array<ArrayBuffer>; box: Uint8Array<ArrayBuffer> };

export const seal = async (key: CryptoKey, value: unknown): Promise<Sealed> => {
  const iv = random(12);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, box: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)) };
};

export const unseal = async (key: CryptoKey, { iv, box }: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box)));
