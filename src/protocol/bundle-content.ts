const keyBytes = 32;

/** What lies in a bundle, clear: `receiptKey`, 32 random bytes, under which the receipt is sealed; `push` as `encodePush` makes it. */
export type BundleContent = { receiptKey: Uint8Array<ArrayBuffer>; push: Uint8Array<ArrayBuffer> };

export const newReceiptKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(keyBytes));

export const packContent = ({ receiptKey, push }: BundleContent): Uint8Array<ArrayBuffer> => {
  if (receiptKey.length !== keyBytes) throw new RangeError('A receipt key is 32 bytes');
  const packed = new Uint8Array(keyBytes + push.length);
  packed.set(receiptKey);
  packed.set(push, keyBytes);
  return packed;
};

/** Undefined for what is too short to be one. */
export const unpackContent = (packed: Uint8Array): BundleContent | undefined =>
  packed.length > keyBytes ? { receiptKey: packed.slice(0, keyBytes), push: packed.slice(keyBytes) } : undefined;
