import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '#protocol/base64url.ts';

const rawBytes = 65;
const uncompressed = 4;

const isPublicKey = (text: string): boolean => {
  const bytes = fromBase64Url(text);
  return bytes?.length === rawBytes && bytes[0] === uncompressed;
};

/**
 * A public key on the curve P-256 as it travels and is kept: base64url of its 65 raw bytes (04, x, y). The phone's own,
 * for ECDSA, and the province's, for ECDH, are both written so.
 */
export const PublicKey = v.pipe(v.string(), v.check(isPublicKey));

export type PublicJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string };

/** The same key as JOSE headers and WebCrypto take it. Throws a RangeError for a text that is no key. */
export const jwkOfKey = (key: string): PublicJwk => {
  const bytes = isPublicKey(key) ? fromBase64Url(key) : undefined;
  if (!bytes) throw new RangeError('No public key');
  return { kty: 'EC', crv: 'P-256', x: toBase64Url(bytes.slice(1, 33)), y: toBase64Url(bytes.slice(33)) };
};

/** From a header that anybody may have written: undefined when it holds no P-256 key. */
export const keyOfJwk = (jwk: unknown): string | undefined => {
  const { kty, crv, x, y } = (typeof jwk === 'object' && jwk !== null ? jwk : {}) as Record<string, unknown>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return undefined;
  const [left, right] = [fromBase64Url(x), fromBase64Url(y)];
  if (left?.length !== 32 || right?.length !== 32) return undefined;
  return toBase64Url(Uint8Array.of(uncompressed, ...left, ...right));
};

/** Tells the province's keys apart, should it ever have had two: 8 characters of the SHA-256 of the raw key. */
export const keyId = async (key: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', fromBase64Url(key) ?? new Uint8Array());
  return toBase64Url(new Uint8Array(hash)).slice(0, 8);
};
