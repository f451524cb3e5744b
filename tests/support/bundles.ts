import { CompactEncrypt, CompactSign, compactDecrypt } from 'jose';
import type { Operation } from '#model/operation.ts';
import { toBase64Url } from '#protocol/base64url.ts';
import { newReceiptKey, packContent } from '#protocol/bundle-content.ts';
import { carriedText, readCarried, sealing, signing } from '#protocol/bundle.ts';
import { jwkOfKey, keyId } from '#protocol/public-key.ts';
import { encodePush } from '#protocol/push.ts';
import { Receipt } from '#protocol/receipt.ts';
import { readAs } from '#protocol/read.ts';
import { protocolVersion } from '#protocol/version.ts';

export type SigningKey = { publicKey: string; privateKey: CryptoKey };

/** As a phone makes it at sign-in. */
export const newSigningKey = async (): Promise<SigningKey> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { publicKey: toBase64Url(new Uint8Array(raw)), privateKey: pair.privateKey };
};

export type MadeBundle = { text: string; receiptKey: Uint8Array<ArrayBuffer> };

type Making = {
  device: number;
  key: SigningKey;
  sealingKey: string;
  operations: Operation[];
  /** What its header says, when it lies. */
  header?: object;
  /** What lies in it in place of a push. */
  push?: Uint8Array<ArrayBuffer>;
};

/** A bundle by the letter of protocol/bundle.ts, made by hand, so that a wrong one can be made as well. */
export const makeBundle = async (making: Making): Promise<MadeBundle> => {
  const { device, key, operations } = making;
  const receiptKey = newReceiptKey();
  const push =
    making.push ?? (await encodePush({ version: protocolVersion, device, waiting: operations.length, operations }));
  const signed = await new CompactSign(packContent({ receiptKey, push }))
    .setProtectedHeader({ ...signing, kid: String(device), jwk: jwkOfKey(key.publicKey), ...making.header })
    .sign(key.privateKey);
  return { text: await sealed(signed, making.sealingKey), receiptKey };
};

/** Any text, sealed for whoever has that key. */
export const sealed = async (text: string, sealingKey: string): Promise<string> => {
  const jwe = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ ...sealing, kid: await keyId(sealingKey) })
    .encrypt(jwkOfKey(sealingKey));
  return carriedText({ kind: 'bundle', jwe });
};

/** What the owner's phone reads out of the receipt that came back. */
export const openReceipt = async (jwe: string, { receiptKey }: MadeBundle): Promise<Receipt | undefined> => {
  const { plaintext } = await compactDecrypt(jwe, receiptKey);
  return readAs(Receipt, JSON.parse(new TextDecoder().decode(plaintext)));
};

export const jweOf = ({ text }: MadeBundle): string => readCarried(text)[0]!.jwe;
