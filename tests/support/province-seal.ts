import { CompactEncrypt, compactDecrypt, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { unpackContent, type BundleContent } from '#protocol/bundle-content.ts';
import { readCarried } from '#protocol/bundle.ts';
import { keyOfJwk } from '#protocol/public-key.ts';
import { decodePush, type Push } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';

/** The province's end of a bundle, by the book and by nothing of ours: what any JOSE library would do. */
export const provinceSeal = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const sealingKey = keyOfJwk(await exportJWK(publicKey))!;
  return {
    sealingKey,
    open: async (text: string): Promise<{ push: Push; receiptKey: Uint8Array; device: string; key: string }> => {
      const [carried] = readCarried(text);
      if (carried?.kind !== 'bundle') throw new Error('No bundle');
      const { plaintext } = await compactDecrypt(carried.jwe, privateKey);
      const { payload, protectedHeader } = await compactVerify(plaintext, async ({ jwk }) => importJWK(jwk!, 'ES256'));
      const { push, receiptKey } = unpackContent(payload) as BundleContent;
      const read = await decodePush(push);
      if (read.kind !== 'push') throw new Error(read.code);
      return { push: read.push, receiptKey, device: protectedHeader.kid!, key: keyOfJwk(protectedHeader.jwk)! };
    },
    receipt: (receipt: Receipt, key: Uint8Array): Promise<string> =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(receipt)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(key),
  };
};
