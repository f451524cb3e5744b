import type { DeviceNumber, Operation } from '#model/operation.ts';
import { isNameNumber, nameLimit, readOperations, writeOperations } from '#protocol/batch.ts';
import { fromCbor, toCbor } from '#protocol/cbor.ts';
import { ByteReader, ByteWriter, Unreadable } from '#protocol/columns/bytes.ts';
import { gunzip, gzip } from '#protocol/compression.ts';
import type { Refusal, RequestRefusalCode } from '#protocol/refusals.ts';
import { limits, notUnderstood, understood, type Understood } from '#protocol/version.ts';

/**
 * A run of consecutive operations of one device (rule P2). `waiting` is how many the phone still holds, this batch
 * included, so that an officer can read "máy báo lúc 07:40 còn 3 lượt".
 */
export type Push = { version: number; device: DeviceNumber; waiting: number; operations: Operation[] };

export type ReadPush =
  { kind: 'push'; push: Push } | { kind: 'refused'; code: RequestRefusalCode; params: Refusal['params'] };

const refused = (code: RequestRefusalCode, params: Refusal['params'] = {}): ReadPush => ({
  kind: 'refused',
  code,
  params,
});

/**
 * The body of a push: gzip of the CBOR list [version, device, waiting, first seq, how many, columns]. Throws a
 * RangeError for operations that are no run of one device, which would be a bug of the caller.
 */
export const encodePush = async ({ version, device, waiting, operations }: Push): Promise<Uint8Array<ArrayBuffer>> => {
  const first = operations[0]?.seq ?? 1;
  operations.forEach((operation, i) => {
    if (operation.device !== device || operation.seq !== first + i) throw new RangeError('A push is a run (rule P2)');
  });
  const to = new ByteWriter();
  writeOperations(to, operations);
  return gzip(toCbor([version, device, waiting, first, operations.length, to.written()]));
};

/** Reads a push as it came over the network. A body that is not whole, not ours or too large is refused; never throws. */
export const decodePush = async (
  body: Uint8Array<ArrayBuffer>,
  versions: Understood = understood,
): Promise<ReadPush> => {
  if (body.length > limits.pushBytesCompressed) return refused('body-too-large', { most: limits.pushBytesCompressed });
  const unpacked = await gunzip(body, limits.pushBytesDecoded);
  if (unpacked.kind === 'broken') return refused('body-unreadable');
  return unpacked.kind === 'too-large'
    ? refused('body-too-large', { most: limits.pushBytesDecoded })
    : readPush(unpacked.bytes, versions);
};

/** Reads a push that is unpacked already. The caller has held it to `limits.pushBytesDecoded`. Never throws. */
export const readPush = (bytes: Uint8Array, versions: Understood = understood): ReadPush => {
  const list = fromCbor(bytes);
  if (!Array.isArray(list)) return refused('body-unreadable');
  // A later version of ours may add to the end of the list.
  const [version, device, waiting, first, length, columns] = list as unknown[];
  if (!isNameNumber(version)) return refused('body-unreadable');
  const strange = notUnderstood(version, versions);
  if (strange) return refused(strange.code, strange.params);
  if (!isNameNumber(device) || !isNameNumber(first) || !isCount(waiting) || !isCount(length))
    return refused('body-unreadable');
  if (!(columns instanceof Uint8Array)) return refused('body-unreadable');
  if (length > limits.operationsPerPush) return refused('body-too-large', { most: limits.operationsPerPush });
  if (first + length > nameLimit) return refused('body-unreadable');

  const names = Array.from({ length }, (_, i) => ({ device, seq: first + i }));
  try {
    const from = new ByteReader(columns);
    const operations = readOperations(from, names);
    from.finish();
    return { kind: 'push', push: { version, device, waiting, operations } };
  } catch (error) {
    if (error instanceof Unreadable) return refused('body-unreadable');
    throw error;
  }
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
