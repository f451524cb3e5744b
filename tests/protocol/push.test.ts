import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePush, encodePush, readPush, type Push, type ReadPush } from '#protocol/push.ts';
import { gunzip, gzip } from '#protocol/compression.ts';
import { limits, protocolVersion } from '#protocol/version.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { anyRun, correction, likelyRecords, record, withdrawal } from '../support/operations.ts';

const pushOf = (operations: Push['operations'], device = 17): Push => ({
  version: protocolVersion,
  device,
  waiting: operations.length,
  operations,
});
const arrived = async (push: Push): Promise<ReadPush> => decodePush(await encodePush(push));
const gzipped = (value: unknown) => new Uint8Array(gzipSync(encode(value)));

/** What was read, written and read once more; a refusal stays what it is. */
const onceMore = async (answer: ReadPush) => (answer.kind === 'push' ? arrived(answer.push) : answer);

test('a morning in Thôn 2 arrives as it was written: records, a correction, a withdrawal', async () => {
  const operations = [
    record(eveningInThon2({ note: 'Mưa to, ít người đến' }), { seq: 41 }),
    correction('17-41', eveningInThon2({ date: '2026-11-11' }), { seq: 42 }),
    withdrawal('9-3', { seq: 43 }),
  ];
  expect(await arrived(pushOf(operations))).toEqual({ kind: 'push', push: pushOf(operations) });
});

test('P2: every run of operations arrives as it was written, also odd ones and those of a newer app (L4)', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, fc.nat(), async ({ device, operations }, waiting) => {
      const push = { version: protocolVersion, device, waiting, operations };
      expect(await arrived(push)).toEqual({ kind: 'push', push });
    }),
    { numRuns: 300 },
  );
});

test('P3: an operation reads the same whatever batch brings it, down to the order of its fields', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async ({ device, operations }) => {
      const together = await arrived(pushOf(operations, device));
      for (const [i, operation] of operations.entries()) {
        const alone = await arrived(pushOf([operation], device));
        const read = (answer: ReadPush, at: number) => answer.kind === 'push' && answer.push.operations[at];
        expect(JSON.stringify(read(alone, 0))).toBe(JSON.stringify(read(together, i)));
      }
    }),
    { numRuns: 60 },
  );
});

test('P2: operations that are no run of one device are a bug, not a body', async () => {
  const [first, , third] = likelyRecords(3, 1);
  await expect(encodePush(pushOf([first!, third!]))).rejects.toThrow('P2');
  await expect(encodePush(pushOf([first!], 18))).rejects.toThrow('P2');
});

test('a body of any bytes is refused or read, and what was read can be written again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect((await decodePush(bytes)).kind).toBe('refused');
      const answer = readPush(bytes);
      expect(await onceMore(answer)).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

test('a body cut off anywhere is refused', async () => {
  const whole = await encodePush(pushOf(likelyRecords(5, 2)));
  for (let length = 0; length < whole.length; length++) {
    expect(await decodePush(whole.slice(0, length))).toEqual({ kind: 'refused', code: 'body-unreadable', params: {} });
  }
});

test('a body with bits flipped under the compression is refused, or reads as something that can be written again', async () => {
  const packed = await gunzip(await encodePush(pushOf(likelyRecords(6, 3))), limits.pushBytesDecoded);
  if (packed.kind !== 'unpacked') throw new Error(packed.kind);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(packed.bytes.length * 8 - 1), { minLength: 1, maxLength: 4 }), async (bits) => {
      const bytes = packed.bytes.slice();
      for (const bit of bits) bytes[bit >> 3]! ^= 1 << (bit & 7);
      const answer = readPush(bytes);
      expect(await onceMore(answer)).toEqual(answer);
    }),
    { numRuns: 1000 },
  );
});

test('a body with bits flipped in the compression is refused: gzip carries a checksum', async () => {
  const push = pushOf(likelyRecords(6, 3));
  const whole = await encodePush(push);
  for (let at = 10; at < whole.length; at++) {
    const bytes = whole.slice();
    bytes[at]! ^= 4;
    const answer = await decodePush(bytes);
    // Some headers and the last byte of the packed part ends in bits that mean nothing.
    expect([
      { kind: 'refused', code: 'body-unreadable', params: {} },
      { kind: 'push', push },
    ]).toContainEqual(answer);
  }
});

test('a compression bomb is refused once it unfolds beyond the limit', async () => {
  const bomb = await gzip(new Uint8Array(64 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(limits.pushBytesCompressed);
  expect(await decodePush(bomb)).toMatchObject({ kind: 'refused', code: 'body-too-large' });
});

test('columns that promise much and hold nothing are refused without work', () => {
  const many = limits.operationsPerPush;
  const nothing = new Uint8Array(8);
  expect(readPush(encode([1, 17, 0, 1, many, nothing]))).toMatchObject({ code: 'body-unreadable' });
  expect(readPush(encode([1, 17, 0, 1, many + 1, nothing]))).toMatchObject({ code: 'body-too-large' });
  expect(readPush(encode([1, 17, 0, 1, 2 ** 40, nothing]))).toMatchObject({ code: 'body-too-large' });
});

test.each([
  ['no list', { device: 17 }],
  ['no device', [1, 0, 0, 1, 0, new Uint8Array()]],
  ['a device that is text', [1, '17', 0, 1, 0, new Uint8Array()]],
  ['a fraction waiting', [1, 17, 0.5, 1, 0, new Uint8Array()]],
  ['a seq of 0', [1, 17, 0, 0, 0, new Uint8Array()]],
  ['columns that are text', [1, 17, 0, 1, 0, '']],
  ['no columns', [1, 17, 0, 1, 0]],
])('%s is unreadable', async (_what, body) => {
  expect(await decodePush(gzipped(body))).toMatchObject({ kind: 'refused', code: 'body-unreadable' });
});

test('L4: a batch of the version before is read; one from before that, or of one to come, is refused by name', async () => {
  const body = (version: number) => gzipped([version, 17, 0, 1, 0, new Uint8Array()]);
  const provinceOf = { oldest: 7, newest: 8 };
  for (const version of [7, 8])
    expect(await decodePush(body(version), provinceOf)).toMatchObject({ push: { version } });
  expect(await decodePush(body(6), provinceOf)).toEqual({
    kind: 'refused',
    code: 'app-too-old',
    params: { oldest: 7 },
  });
  expect(await decodePush(body(9), provinceOf)).toEqual({
    kind: 'refused',
    code: 'province-too-old',
    params: { newest: 8 },
  });
  expect(await decodePush(body(protocolVersion))).toMatchObject({ kind: 'push' });
  expect(await decodePush(body(protocolVersion + 1))).toMatchObject({ code: 'province-too-old' });
});

test('a body larger than the limit is refused before anything is unpacked', async () => {
  const body = new Uint8Array(limits.pushBytesCompressed + 1);
  expect(await decodePush(body)).toMatchObject({ kind: 'refused', code: 'body-too-large' });
});

test('an operation holding `undefined` or NaN, which JSON cannot say, does not stop its batch', async () => {
  const body = { ...eveningInThon2(), note: undefined, counts: { VNEID_CAI: Number.NaN } };
  const answer = await arrived(pushOf([record(body as never), record(eveningInThon2(), { seq: 2 })]));
  expect(answer).toMatchObject({
    kind: 'push',
    push: { operations: [{ seq: 1 }, { seq: 2, body: eveningInThon2() }] },
  });
});
