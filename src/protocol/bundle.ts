import * as v from 'valibot';
import { toBase64Url } from '#protocol/base64url.ts';

/**
 * A **bundle** is operations under way without a network (rule T3): a push, signed by its device (JWS, ES256), then
 * sealed for the province (JWE, ECDH-ES with A256GCM). Its **receipt** is the province's, sealed for the device (JWE,
 * dir with A256GCM) under a key that travelled inside the bundle. Whoever carries either can read neither.
 */
export const signing = { alg: 'ES256' } as const;
export const sealing = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;
export const receiptSealing = { alg: 'dir', enc: 'A256GCM' } as const;

/** Both seals agree a key or have it: in their compact form, the second of the five parts is empty. */
const jwe = String.raw`[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+`;
const inText = new RegExp(String.raw`\bST06(?:\.1\.(${jwe})|R\.1\.([\w-]{22})\.(${jwe}))`, 'g');

export type CarriedBundle = { kind: 'bundle'; jwe: string };
/** `bundle` is the id of the bundle it answers. */
export type CarriedReceipt = { kind: 'receipt'; bundle: string; jwe: string };
export type Carried = CarriedBundle | CarriedReceipt;

/** What is sent, pasted, shown as a picture: one line of ASCII. */
export const carriedText = (carried: Carried): string =>
  carried.kind === 'bundle' ? `ST06.1.${carried.jwe}` : `ST06R.1.${carried.bundle}.${carried.jwe}`;

/** Every bundle and receipt in a text, each once, in order; words around them do no harm. Never throws. */
export const readCarried = (text: string): Carried[] => {
  const found = new Map<string, Carried>();
  for (const [, sealed, bundle, answer] of text.matchAll(inText)) {
    const carried: Carried | undefined =
      sealed !== undefined
        ? { kind: 'bundle', jwe: sealed }
        : bundle !== undefined && answer !== undefined
          ? { kind: 'receipt', bundle, jwe: answer }
          : undefined;
    if (carried) found.set(carriedText(carried), carried);
  }
  return [...found.values()];
};

/** The name of a sealed thing, the same on every phone: 16 bytes of its SHA-256, 22 characters of base64url. */
export const sealedId = async ({ jwe: sealed }: { jwe: string }): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sealed));
  return toBase64Url(new Uint8Array(hash, 0, 16));
};

/**
 * What the province tells the carrier. `receipt` is a JWE for the device alone. `held`: an officer of the commune decides
 * (rule T2), and there is no receipt yet.
 */
export const BundleAnswer = v.variant('kind', [
  v.object({ kind: v.literal('delivered'), receipt: v.pipe(v.string(), v.regex(new RegExp(`^${jwe}$`))) }),
  v.object({ kind: v.literal('held'), why: v.picklist(['device-revoked', 'person-disabled', 'device-unknown']) }),
]);
export type BundleAnswer = v.InferOutput<typeof BundleAnswer>;
