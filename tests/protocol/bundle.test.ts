import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '#protocol/base64url.ts';
import { bundleName } from '#model/bundle-name.ts';
import { newReceiptKey, packContent, unpackContent } from '#protocol/bundle-content.ts';
import { BundleAnswer, carriedText, readCarried, sealedId, type Carried } from '#protocol/bundle.ts';
import { bundleFileName, carryFile, receiptFileName } from '#protocol/carry-file.ts';
import { gather } from '#protocol/gather.ts';
import { jwkOfKey, keyId, keyOfJwk, PublicKey } from '#protocol/public-key.ts';
import { joinParts, qrTexts, readPart, type QrPart } from '#protocol/qr-parts.ts';
import { readAs } from '#protocol/read.ts';
import { limits } from '#protocol/version.ts';
import { seededChance } from '../support/likely.ts';

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const encoded = (minLength: number, maxLength: number) => bytes(minLength, maxLength).map(toBase64Url);
/** The shape of a compact seal whose key was agreed or is known; what is in it only the two ends can read. */
const anyJwe = fc
  .tuple(encoded(20, 200), encoded(12, 12), encoded(1, 3000), encoded(16, 16))
  .map(([head, iv, text, tag]) => `${head}..${iv}.${text}.${tag}`);
const anyCarried: fc.Arbitrary<Carried> = fc.oneof(
  anyJwe.map((jwe) => ({ kind: 'bundle' as const, jwe })),
  fc.tuple(encoded(16, 16), anyJwe).map(([bundle, jwe]) => ({ kind: 'receipt' as const, bundle, jwe })),
);
/** What stands around it in a chat; a bare code right before or behind would be a part of it. */
const chatter = fc.string({ unit: 'grapheme' }).filter((text) => !/[\w.-]/.test(text));
const partsOf = async (carried: Carried, most: number) => (await qrTexts(carried, most)).map((text) => readPart(text)!);

test('T3: a bundle or a receipt is found in any text that holds it whole', () => {
  fc.assert(
    fc.property(anyCarried, chatter, chatter, (carried, before, after) => {
      expect(readCarried(`${before}${carriedText(carried)}${after}`)).toEqual([carried]);
    }),
  );
});

test('T3: a file holds all it was made of, once each, and says in words what it is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCarried, { maxLength: 5, selector: carriedText }), (all) => {
      const words = 'Gói số liệu của Sổ tay 06. Hãy mở Sổ tay 06, chọn Thêm, rồi Nhận hộ.';
      const file = carryFile(words, [...all, ...all].map(carriedText));
      expect(file.startsWith(words)).toBe(true);
      expect(readCarried(file)).toEqual(all);
      // As Windows and some messengers give it back.
      expect(readCarried(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toEqual(all);
    }),
  );
});

test('a text that holds none gives none, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readCarried(text)).toEqual([]);
      expect(readPart(text)).toBeUndefined();
    }),
  );
  expect(readCarried('ST06.1.abc.def')).toEqual([]);
  expect(readCarried('ST06.2.a..b.c.d')).toEqual([]);
});

/** The same things in another order. */
const shuffled = <T>(things: readonly T[], seed: number): T[] => {
  const chance = seededChance(seed);
  return things
    .map((thing) => ({ thing, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
};

test('T3: shown in pictures and seen in any order, it is whole again; with one missing, it is nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyCarried, fc.integer({ min: 60, max: 1400 }), fc.nat(), async (whole, most, seed) => {
      const texts = await qrTexts(whole, most);
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(most);
      const seen = shuffled(texts, seed).flatMap((text) => readPart(text) ?? []);
      const read = texts.length === 1 ? readCarried(texts[0]!)[0] : await joinParts([...seen, ...seen]);
      expect(read).toEqual(whole);
      expect(await joinParts(seen.slice(1))).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('T3: a picture that says something else than the others spoils the whole, and is not believed', async () => {
  const one: Carried = {
    kind: 'bundle',
    jwe: `${'a'.repeat(300)}..${'b'.repeat(16)}.${'c'.repeat(900)}.${'d'.repeat(22)}`,
  };
  const [first, ...others] = await partsOf(one, 400);
  const changed: QrPart = { ...first!, piece: first!.piece.replace('aaa', 'aab') };
  expect(await joinParts([first!, ...others])).toEqual(one);
  expect(await joinParts([changed, ...others])).toBeUndefined();
  // The pictures of another size do not mix with these.
  expect(await joinParts([...others, ...(await partsOf(one, 300)).slice(0, 1)])).toBeUndefined();
});

test('T3: scanned, pasted and picked together, everything is found once; what is not whole says how far it is', async () => {
  const long: Carried = {
    kind: 'bundle',
    jwe: `${'a'.repeat(300)}..${'b'.repeat(16)}.${'c'.repeat(900)}.${'d'.repeat(22)}`,
  };
  const short: Carried = { kind: 'receipt', bundle: 'r'.repeat(22), jwe: 'e..f.g.h' };
  const [first, ...others] = await qrTexts(long, 400);
  expect(others).toHaveLength(3);
  const some = [carriedText(short), first!, first!, others[1]!, 'https://example.com'];
  expect(await gather(some)).toEqual({ carried: [short], missing: { have: 2, of: 4 } });
  expect(await gather([...some, ...others, carriedText(long)])).toEqual({ carried: [short, long] });
  expect(await gather([])).toEqual({ carried: [] });
});

test('more than 999 pictures are a bug, not a picture', async () => {
  const huge: Carried = { kind: 'bundle', jwe: `a..b.${'c'.repeat(100_000)}.d` };
  await expect(qrTexts(huge, 100)).rejects.toThrow(RangeError);
  await expect(qrTexts(huge, 20)).rejects.toThrow(RangeError);
});

test('T3: the name of what is sealed comes from the seal alone; any change gives another', async () => {
  await fc.assert(
    fc.asyncProperty(anyJwe, async (jwe) => {
      const id = await sealedId({ jwe });
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(await sealedId({ jwe })).toBe(id);
      expect(await sealedId({ jwe: `${jwe}A` })).not.toBe(id);
      expect(bundleName(id)).toMatch(/^[A-Z0-9]{1,4}$/);
    }),
  );
});

test('what lies in a bundle comes apart as it was put together; nothing too short is taken for one', () => {
  fc.assert(
    fc.property(bytes(1, 400), (push) => {
      const receiptKey = newReceiptKey();
      expect(unpackContent(packContent({ receiptKey, push: new Uint8Array(push) }))).toEqual({ receiptKey, push });
    }),
  );
  expect(unpackContent(new Uint8Array(32))).toBeUndefined();
  expect(() => packContent({ receiptKey: new Uint8Array(16), push: new Uint8Array(5) })).toThrow(RangeError);
  expect(newReceiptKey()).not.toEqual(newReceiptKey());
});

test('a key reads the same as text, as JOSE writes it, and as WebCrypto makes it', async () => {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  expect(readAs(PublicKey, key)).toBe(key);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  expect(jwkOfKey(key)).toEqual({ kty: 'EC', crv: 'P-256', x, y });
  expect(keyOfJwk(jwkOfKey(key))).toBe(key);
  expect(await keyId(key)).toMatch(/^[\w-]{8}$/);
});

test.each([
  ['text', 'AAAA'],
  ['no point', toBase64Url(new Uint8Array(65))],
  ['compressed', toBase64Url(Uint8Array.of(2, ...new Uint8Array(32)))],
])('a key that is %s is none', (_what, key) => {
  expect(readAs(PublicKey, key)).toBeUndefined();
  expect(() => jwkOfKey(key)).toThrow(RangeError);
});

test.each([
  [null],
  ['EC'],
  [{ kty: 'EC', crv: 'P-256' }],
  [{ kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' }],
  [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 1 }],
])('a header with %j for a key has none', (jwk) => expect(keyOfJwk(jwk)).toBeUndefined());

test('base64url is read only as it is written', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (some) => {
      expect(fromBase64Url(toBase64Url(some))).toEqual(some);
    }),
  );
  for (const odd of ['A', 'AB', 'AA==', 'A+', 'A/', 'ă']) expect(fromBase64Url(odd)).toBeUndefined();
});

test('the answer to a carrier is a receipt nobody else can read, or that an officer holds the bundle', () => {
  const delivered = { kind: 'delivered', receipt: 'eyJ..aaaa.bbbb.cccc' };
  expect(readAs(BundleAnswer, delivered)).toEqual(delivered);
  expect(readAs(BundleAnswer, { kind: 'held', why: 'device-revoked' })).toEqual({
    kind: 'held',
    why: 'device-revoked',
  });
  for (const none of [
    { kind: 'delivered' },
    { kind: 'delivered', receipt: 'x' },
    { kind: 'held', why: 'because' },
    'ok',
    null,
  ])
    expect(readAs(BundleAnswer, none)).toBeUndefined();
});

test('a push of the largest size fits, signed and sealed, in the largest bundle', () => {
  const encodedTwice = Math.ceil((Math.ceil((limits.pushBytesCompressed + 32) * (4 / 3)) + 600) * (4 / 3)) + 600;
  expect(encodedTwice).toBeLessThan(limits.bundleCharacters);
});

test('files are named so that people find them again, and any system keeps the name', () => {
  expect(bundleFileName(17, '2026-11-21')).toBe('so-tay-06-goi-17-2026-11-21.txt');
  expect(receiptFileName('K7QM', '2026-11-21')).toBe('so-tay-06-bien-nhan-K7QM-2026-11-21.txt');
});
