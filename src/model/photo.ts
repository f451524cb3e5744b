import type { RecordId } from '#model/operation.ts';

/**
 * What a photo of a session may be. It is evidence that people met, not a portrait: small, without a position, with
 * faces and papers blurred by the person who took it.
 */
export const photoLimits = {
  /** Pixels of the longer side, as sent. */
  longEdge: 1280,
  /** Bytes, as sent. */
  bytes: 1_000_000,
  /** Bytes of a file a phone takes in to shrink. */
  bytesTaken: 40 * 1024 * 1024,
  perEntry: 6,
} as const;

/**
 * A photo is named by the entry it belongs to and by what it is, '17-3.' and the SHA-256 of its bytes in hex: sent again
 * after any mishap it is the same photo, and the province has it once.
 */
export type PhotoName = string;

export const photoName = (entry: RecordId, sha256: string): PhotoName => `${entry}.${sha256}`;

/** What a name says, or undefined when it is none. */
export const readPhotoName = (name: string): { entry: RecordId; sha256: string } | undefined => {
  const [, entry, sha256] = /^([1-9]\d{0,9}-[1-9]\d{0,9})\.([0-9a-f]{64})$/.exec(name) ?? [];
  return entry === undefined || sha256 === undefined ? undefined : { entry, sha256 };
};
