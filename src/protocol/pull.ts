import * as v from 'valibot';
import type { AcceptedOperation } from '#model/operation.ts';
import { decodeAccepted, encodeAccepted } from '#protocol/accepted.ts';
import { fromCbor, toCbor } from '#protocol/cbor.ts';
import { Unreadable } from '#protocol/columns/bytes.ts';
import { Holding } from '#protocol/receipt.ts';
import { Situation } from '#protocol/situation.ts';
import { limits } from '#protocol/version.ts';

/**
 * What is asked (rules L1, L2), each in a sequence of its own: after `cursor`, what a village's own team did; after
 * `communeCursor`, writes to editable records of the commune, for its officers those of its villages too; after
 * `provinceCursor`, writes to those of the province. A cursor left out is a stream not asked for: so asks an app that
 * knows no editable records. The device's own operations are left out unless `own` is set, as when a phone holds less
 * than the province (rule T1). `situation` is the version the device knows.
 */
export type PullQuestion = {
  cursor: number;
  communeCursor?: number;
  provinceCursor?: number;
  own: boolean;
  situation: string;
};

/**
 * One page: the operations of each stream in its order, the village's first, then the commune's, then the province's. A
 * `number` counts within its stream. `more` says that another page should be asked for at once, from these cursors: at
 * least one of them has moved. A cursor further back than the one asked with is right: that stream begins anew. A stream
 * that was not asked for has no cursor here. Entries go to nobody but the own team, officers included.
 */
export type PullPage = {
  cursor: number;
  communeCursor?: number;
  provinceCursor?: number;
  more: boolean;
  /** The province's clock, in seconds. */
  at: number;
  holding: Holding;
  situation: Situation | null;
  operations: AcceptedOperation[];
};

/** The question as a query string, without '?': 'cursor=0&communeCursor=0&provinceCursor=0&own=0&situation=…'. */
export const pullQuery = ({ cursor, communeCursor, provinceCursor, own, situation }: PullQuestion): string =>
  new URLSearchParams({
    cursor: String(cursor),
    ...(communeCursor !== undefined && { communeCursor: String(communeCursor) }),
    ...(provinceCursor !== undefined && { provinceCursor: String(provinceCursor) }),
    own: own ? '1' : '0',
    situation,
  }).toString();

const Cursor = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,14})$/), v.transform(Number));

/** Reads the values of a query string, texts all of them, as a PullQuestion. A missing `cursor` means: from the beginning. */
export const PullQuery = v.object({
  cursor: v.optional(Cursor, '0'),
  communeCursor: v.exactOptional(Cursor),
  provinceCursor: v.exactOptional(Cursor),
  own: v.optional(
    v.pipe(
      v.picklist(['0', '1']),
      v.transform((own) => own === '1'),
    ),
    '0',
  ),
  situation: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
});

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const WirePage = v.object({
  cursor: Count,
  communeCursor: v.exactOptional(Count),
  provinceCursor: v.exactOptional(Count),
  more: v.boolean(),
  at: Count,
  holding: Holding,
  situation: v.nullable(Situation),
  length: v.pipe(Count, v.maxValue(limits.operationsPerPull)),
  columns: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** A page as CBOR, not compressed: the server compresses by what the asker takes. */
export const encodePullPage = ({ operations, ...page }: PullPage): Uint8Array => {
  const columns = encodeAccepted(operations);
  return toCbor({ ...page, length: operations.length, columns } satisfies v.InferInput<typeof WirePage>);
};

/** Reads a page. Undefined for anything that is none, such as a captive portal's answer; never throws. */
export const decodePullPage = (bytes: Uint8Array): PullPage | undefined => {
  const { success, output } = v.safeParse(WirePage, fromCbor(bytes));
  if (!success) return undefined;
  const { length, columns, ...page } = output;
  try {
    return { ...page, operations: decodeAccepted(length, columns) };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
};
