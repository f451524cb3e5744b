import { CompactEncrypt, CompactSign, importJWK } from 'jose';
import type { DeviceNumber } from '#model/operation.ts';
import { newReceiptKey, packContent } from '#protocol/bundle-content.ts';
import { sealing, signing } from '#protocol/bundle.ts';
import { jwkOfKey, keyId } from '#protocol/public-key.ts';

/** `sign` stays in this browser for ever; `publicKey` and `sealingKey`, the province's, as protocol/public-key.ts says. */
export type SealWith = { device: DeviceNumber; sign: CryptoKey; publicKey: string; sealingKey: string };

/**
 * A push as a bundle: signed by the device, so that nobody can change it or speak in its name, and sealed for the
 * province, so that nobody on the way reads it (rule T3). `receiptKey` is kept, to open the receipt that comes back.
 */
export const sealBundle = async (
  { device, sign, publicKey, sealingKey }: SealWith,
  push: Uint8Array<ArrayBuffer>,
): Promise<{ jwe: string; receiptKey: Uint8Array<ArrayBuffer> }> => {
  const receiptKey = newReceiptKey();
  const jws = await new CompactSign(packContent({ receiptKey, push }))
    .setProtectedHeader({ ...signing, kid: String(device), jwk: jwkOfKey(publicKey) })
    .sign(sign);
  const jwe = await new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ ...sealing, kid: await keyId(sealingKey) })
    .encrypt(await importJWK(jwkOfKey(sealingKey), sealing.alg));
  return { jwe, receiptKey };
};
