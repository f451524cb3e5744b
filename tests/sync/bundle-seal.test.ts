import { decodeProtectedHeader } from 'jose';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { toBase64Url } from '#protocol/base64url.ts';
import { carriedText } from '#protocol/bundle.ts';
import { keyId } from '#protocol/public-key.ts';
import { encodePush } from '#protocol/push.ts';
import { limits, protocolVersion } from '#protocol/version.ts';
import { cutIntoPushes } from '#sync/bundle-cut.ts';
import { openReceipt } from '#sync/bundle-receipt.ts';
import { sealBundle, type SealWith } from '#sync/bundle-seal.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { anyRun, likelyRecords, record } from '../support/operations.ts';
import { provinceSeal } from '../support/province-seal.ts';
import { allReceived } from '../support/receipts.ts';

type ProvinceSeal = Awaited<ReturnType<typeof provinceSeal>>;
let province: ProvinceSeal;
let hoa: SealWith;
beforeAll(async () => {
  province = await provinceSeal();
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  hoa = { device: 17, sign: pair.privateKey, publicKey, sealingKey: province.sealingKey };
});

const pushOf = (operations: ReturnType<typeof likelyRecords>, device = 17) =>
  encodePush({ version: protocolVersion, device, waiting: operations.length, operations });
const sealed = async (push: Uint8Array<ArrayBuffer>) => {
  const { jwe, receiptKey } = await sealBundle(hoa, push);
  return { jwe, receiptKey, text: carriedText({ kind: 'bundle', jwe }) };
};
/** Another letter at that place of the text. */
const changedAt = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

test('T3: whatever a phone seals, the province opens: the same operations, from this device, by this key', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async ({ device, operations }) => {
      const push = { version: protocolVersion, device, waiting: operations.length, operations };
      const { text, receiptKey } = await sealed(await encodePush(push));
      expect(await province.open(text)).toEqual({ push, receiptKey, device: '17', key: hoa.publicKey });
    }),
    { numRuns: 25 },
  );
});

test('T3: a carrier sees for which province it is and how large it is, and nothing else', async () => {
  const { jwe, text } = await sealed(await pushOf([record(eveningInThon2({ note: 'Nhà bà Bảy' }))]));
  expect(Object.keys(decodeProtectedHeader(jwe)).toSorted()).toEqual(['alg', 'enc', 'epk', 'kid']);
  expect(decodeProtectedHeader(jwe).kid).toBe(await keyId(province.sealingKey));
  expect(text).not.toContain(hoa.publicKey.slice(2, 40));
  // Two of the same tell nothing by being the same.
  const again = await sealed(await pushOf([record(eveningInThon2({ note: 'Nhà bà Bảy' }))]));
  expect(again.jwe).not.toBe(jwe);
});

test('T3: one letter changed anywhere on the way, and the province cannot open it', async () => {
  const { jwe } = await sealed(await pushOf(likelyRecords(2, 5)));
  for (let at = 0; at < jwe.length; at += 37) {
    if (jwe[at] === '.') continue;
    await expect(province.open(`ST06.1.${changedAt(jwe, at)}`)).rejects.toBeInstanceOf(Error);
  }
});

test('T3: what is sealed for one province no other opens', async () => {
  const other = await provinceSeal();
  const { text } = await sealed(await pushOf(likelyRecords(1, 5)));
  await expect(other.open(text)).rejects.toBeInstanceOf(Error);
});

test('T3: the receipt opens with the key that travelled in the bundle, whole or not at all', async () => {
  const { text } = await sealed(await pushOf(likelyRecords(3, 7)));
  const { receiptKey } = await province.open(text);
  const receipt = allReceived(1, 3);
  const jwe = await province.receipt(receipt, receiptKey);
  expect(await openReceipt(jwe, receiptKey)).toEqual(receipt);
  const changed = [...jwe].flatMap((letter, at) => (letter === '.' || at % 11 ? [] : [changedAt(jwe, at)]));
  expect(changed.length).toBeGreaterThan(20);
  for (const torn of changed) expect(await openReceipt(torn, receiptKey)).toBeUndefined();
  expect(await openReceipt(jwe, crypto.getRandomValues(new Uint8Array(32)))).toBeUndefined();
  expect(await openReceipt('ST06R', receiptKey)).toBeUndefined();
});

test('T3: a receipt that says nothing a receipt says is none, even from the province', async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  expect(await openReceipt(await province.receipt({ device: 17 } as never, key), key)).toBeUndefined();
});

test('T3: the key a phone signs with cannot be taken out of it', async () => {
  await expect(crypto.subtle.exportKey('pkcs8', hoa.sign)).rejects.toThrow('extractable');
  await expect(crypto.subtle.exportKey('jwk', hoa.sign)).rejects.toThrow('extractable');
});

test('T3: a day in the village fits one picture; the text is small enough to be read by a cheap camera', async () => {
  const day = likelyRecords(12, 9).map((one, i) => ({ ...one, at: 1_794_480_000 + i * 2400 }));
  const { text } = await sealed(await pushOf(day));
  expect(text.length).toBeLessThan(1_300);
});

test('P2, T3: a great deal is cut into bundles that follow each other without a gap, each within the limits', async () => {
  const operations = likelyRecords(12_000, 11);
  const cuts = await cutIntoPushes(17, operations);
  expect(cuts.map(({ first, last }) => [first, last])).toEqual([
    [1, 5000],
    [5001, 10_000],
    [10_001, 12_000],
  ]);
  const { push } = await province.open((await sealed(cuts[1]!.push)).text);
  expect(push).toMatchObject({ device: 17, waiting: 7000 });
  expect(push.operations).toEqual(operations.slice(5000, 10_000));
});

test('P6, T3: what would be too large halves until it fits, down to a single operation', async () => {
  const operations = likelyRecords(64, 3);
  const cuts = await cutIntoPushes(17, operations, 200);
  expect(cuts.length).toBeGreaterThan(4);
  expect(cuts.map(({ first }) => first)).toEqual([1, ...cuts.slice(0, -1).map(({ last }) => last + 1)]);
  expect(cuts[cuts.length - 1]!.last).toBe(64);
  expect(Math.max(...cuts.map(({ push }) => push.length))).toBeLessThanOrEqual(200);
  expect((await cutIntoPushes(17, operations.slice(0, 3), 10)).map(({ first, last }) => [first, last])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(await cutIntoPushes(17, [])).toEqual([]);
  expect(limits.pushBytesCompressed).toBeGreaterThan(200);
});
