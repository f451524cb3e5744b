import { compactDecrypt, CompactEncrypt, compactVerify, decodeProtectedHeader } from 'jose';
import type { DeviceNumber } from '#model/operation.ts';
import { unpackContent } from '#protocol/bundle-content.ts';
import { readCarried, receiptSealing, sealing, signing } from '#protocol/bundle.ts';
import { jwkOfKey, keyOfJwk } from '#protocol/public-key.ts';
import { decodePush, type Push } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { limits } from '#protocol/version.ts';
import { Refused } from './refusing.ts';

/** A bundle's seal broken: what its header claims, not yet believed. `key` is the one it brings, as base64url. */
type Unsealed = { device: DeviceNumber; key: string; signed: string };

/** What lies in a bundle, signed with the key it was held against. */
export type OpenedBundle = { receiptKey: Uint8Array; push: Push };

const unreadable = () => new Refused('bundle-unreadable');

/** What jose throws about somebody's bytes is the bundle's fault; nothing else passes through here. */
const orUnreadable = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch {
    throw unreadable();
  }
};

/** The first bundle in a text, as its JWE. Throws Refused with 'body-too-large' or 'bundle-unreadable'. */
export const bundleIn = (text: string): { jwe: string } => {
  if (text.length > limits.bundleCharacters) throw new Refused('body-too-large', { most: limits.bundleCharacters });
  const bundle = readCarried(text).find((carried) => carried.kind === 'bundle');
  if (!bundle) throw unreadable();
  return bundle;
};

/** Breaks the seal with the key it was made for (rule T3). Throws Refused with 'bundle-unreadable'. */
export const unseal = (jwe: string, keys: readonly { id: string; jwk: object }[]): Promise<Unsealed> =>
  orUnreadable(async () => {
    const { kid, zip } = decodeProtectedHeader(jwe);
    const key = keys.find(({ id }) => id === kid);
    if (!key || zip !== undefined) throw unreadable();
    const { plaintext } = await compactDecrypt(jwe, key.jwk, {
      keyManagementAlgorithms: [sealing.alg],
      contentEncryptionAlgorithms: [sealing.enc],
    });
    const signed = new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
    const header = decodeProtectedHeader(signed);
    const brought = keyOfJwk(header.jwk);
    const device = /^[1-9]\d{0,11}$/.test(String(header.kid)) ? Number(header.kid) : undefined;
    if (brought === undefined || device === undefined) throw unreadable();
    return { device, key: brought, signed };
  });

/** Holds the signature against a key and reads what was signed. Throws Refused with 'bundle-unreadable' or as `decodePush` refuses. */
export const verify = async ({ device, signed }: Unsealed, key: string): Promise<OpenedBundle> => {
  const { payload } = await orUnreadable(() =>
    compactVerify(signed, { ...jwkOfKey(key) }, { algorithms: [signing.alg] }),
  );
  const content = unpackContent(payload);
  if (!content) throw unreadable();
  const read = await decodePush(content.push);
  if (read.kind === 'refused')
    throw new Refused(read.code === 'body-unreadable' ? 'bundle-unreadable' : read.code, read.params);
  if (read.push.device !== device || read.push.operations.length === 0) throw unreadable();
  return { receiptKey: content.receiptKey, push: read.push };
};

/** The receipt as the carrier takes it back: for the device alone (rule T3). */
export const sealReceipt = (receipt: Receipt, { receiptKey }: Pick<OpenedBundle, 'receiptKey'>): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader(receiptSealing)
    .encrypt(receiptKey);
