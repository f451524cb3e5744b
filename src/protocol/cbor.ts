import { decode, encode } from 'cborg';

export const toCbor = (value: unknown): Uint8Array<ArrayBuffer> => encode(value);

/** One CBOR value, read strictly and without numbers that JSON lacks. Undefined for anything else; never throws. */
export const fromCbor = (bytes: Uint8Array): unknown => {
  try {
    return decode(bytes, {
      allowBigInt: false,
      allowUndefined: false,
      allowNaN: false,
      allowInfinity: false,
      rejectDuplicateMapKeys: true,
    });
  } catch {
    return undefined;
  }
};
