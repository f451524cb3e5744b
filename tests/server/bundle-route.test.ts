import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BundleAnswer, carriedText, readCarried } from '#protocol/bundle.ts';
import { readAs } from '#protocol/read.ts';
import { limits, paths } from '#protocol/version.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import { sealingKey } from '#server/storage/province-key.ts';
import { setSigningKey } from '#server/storage/signing-key.ts';
import {
  makeBundle,
  newSigningKey,
  openReceipt,
  sealed,
  type MadeBundle,
  type SigningKey,
} from '../support/bundles.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { counted, desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('on $name', ({ open }) => {
  let province: TestProvince;
  let hoa: Phone;
  let lan: Phone;
  let officer: Phone;
  let key: SigningKey;
  let seal: string;
  beforeEach(async () => {
    province = await createProvince({ open });
    hoa = await province.phone('villageMember');
    lan = await province.phone('villageMember', '18124-01');
    officer = await province.phone('communeOfficer');
    key = await newSigningKey();
    await setSigningKey(province.db, hoa.device, key.publicKey);
    seal = await sealingKey(province.db);
  });
  afterEach(() => province.close());

  const evenings = (first: number, last: number, device = hoa.device) =>
    Array.from({ length: last - first + 1 }, (_, i) =>
      record(eveningInThon2({ counts: { VNEID_CAI: 3 } }), { device, seq: first + i, unit: '18124-02' }),
    );
  const bundle = (first: number, last: number, but: object = {}) =>
    makeBundle({ device: hoa.device, key, sealingKey: seal, operations: evenings(first, last), ...but });
  const installs = () => counted(province, '18124', 'VNEID_CAI');
  const carry = async (by: Phone, { text }: Pick<MadeBundle, 'text'>) => {
    const answer = await desk(province, by).deliver(text);
    return { status: answer.statusCode, body: answer.json(), answer: readAs(BundleAnswer, answer.json()) };
  };
  const receiptIn = (answer: BundleAnswer | undefined, of: MadeBundle) =>
    answer?.kind === 'delivered' ? openReceipt(answer.receipt, of) : undefined;

  test('T3: a colleague delivers a bundle, and brings back a receipt that the owner alone reads', async () => {
    const made = await bundle(1, 3);
    const { answer } = await carry(lan, made);
    expect(await receiptIn(answer, made)).toMatchObject({ device: hoa.device, through: 3, accepted: [[1, 1, 3]] });
    expect(JSON.stringify(answer)).not.toContain('accepted');
    await expect(receiptIn(answer, await bundle(1, 3))).rejects.toThrow('decryption operation failed');
    expect(await installs()).toBe(9);
    expect(await checkSums(province.db)).toEqual([]);
  });

  test('T3: the phone whose bundle it was has not been seen, and said nothing of itself', async () => {
    const before = await province.db
      .selectFrom('device')
      .selectAll()
      .where('number', '=', hoa.device)
      .executeTakeFirst();
    await carry(lan, await bundle(1, 3));
    const after = await province.db
      .selectFrom('device')
      .selectAll()
      .where('number', '=', hoa.device)
      .executeTakeFirst();
    expect(after).toEqual({ ...before, highest_seq: 3 });
  });

  test('T3, P3: delivered twice, by two carriers at once, and sent by the phone itself, it counts once', async () => {
    const made = await bundle(1, 3);
    const answers = await Promise.all([carry(lan, made), carry(officer, made), carry(lan, made)]);
    for (const { answer } of answers) expect(await receiptIn(answer, made)).toMatchObject({ accepted: [[1, 1, 3]] });
    expect((await desk(province, hoa).push(evenings(1, 4))).json()).toMatchObject({ through: 4 });
    const overlapping = await bundle(3, 6);
    expect(await receiptIn((await carry(lan, overlapping)).answer, overlapping)).toMatchObject({ through: 6 });
    expect(await installs()).toBe(18);
  });

  test('T3: not one byte of it can be changed on the way', async () => {
    const made = await bundle(1, 1);
    const { jwe } = readCarried(made.text)[0]!;
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    await fc.assert(
      fc.asyncProperty(fc.nat(jwe.length - 1), fc.constantFrom(...others), async (at, other) => {
        const changed = jwe.slice(0, at) + other + jwe.slice(at + 1);
        fc.pre(jwe[at] !== '.');
        fc.pre(changed.split('.').some((part, i) => !sameBytes(part, jwe.split('.')[i]!)));
        const { status, body } = await carry(lan, { text: carriedText({ kind: 'bundle', jwe: changed }) });
        expect([status, body.code]).toEqual([400, 'bundle-unreadable']);
      }),
      { numRuns: 60 },
    );
    expect(await installs()).toBe(0);
  });

  test('T3: what is not whole, not ours or not a bundle is refused by name, and nothing is kept', async () => {
    const [other, stranger] = [await createProvince(), await newSigningKey()];
    const theirs = await sealingKey(other.db);
    await other.close();
    const whole = await bundle(1, 2);
    const lying = { kid: String(lan.device) };
    const cases: [what: string, text: string, status: number, code: string][] = [
      ['for another province', (await bundle(1, 2, { sealingKey: theirs })).text, 400, 'bundle-unreadable'],
      ['cut', whole.text.slice(0, -40), 400, 'bundle-unreadable'],
      ['signed by another key', (await bundle(1, 2, { key: stranger })).text, 400, 'bundle-unreadable'],
      ["another device's name in its head", (await bundle(1, 2, { header: lying })).text, 400, 'bundle-unreadable'],
      ['no signature', await sealed('no JWS at all', seal), 400, 'bundle-unreadable'],
      ['no push in it', (await bundle(1, 1, { push: new Uint8Array(40) })).text, 400, 'bundle-unreadable'],
      ['nothing in it', (await bundle(1, 1, { operations: [] })).text, 400, 'bundle-unreadable'],
      ['a receipt', 'ST06R.1.AAAAAAAAAAAAAAAAAAAAAA.a..b.c.d', 400, 'bundle-unreadable'],
      ['garbage', 'Xin chào', 400, 'bundle-unreadable'],
      ['nothing', '', 400, 'bundle-unreadable'],
      ['too large', 'x'.repeat(limits.bundleCharacters + 1), 413, 'body-too-large'],
    ];
    for (const [what, text, status, code] of cases) {
      const { status: got, body } = await carry(lan, { text });
      expect([what, got, body.code]).toEqual([what, status, code]);
    }
    const asJson = await desk(province, lan).post(paths.bundle, { text: whole.text });
    expect([asJson.statusCode, asJson.json().code]).toEqual([415, 'body-kind-unknown']);
    expect(await installs()).toBe(0);
    expect((await desk(province, officer).box()).waiting).toEqual([]);
  });

  test('T1: a bundle that begins after a gap says from which seq, and is taken once the gap is filled', async () => {
    const later = await bundle(3, 4);
    expect(await carry(lan, later)).toMatchObject({ status: 409, body: { code: 'seq-gap', params: { expected: 1 } } });
    await carry(lan, await bundle(1, 2));
    expect(await receiptIn((await carry(lan, later)).answer, later)).toMatchObject({ through: 4 });
  });

  test('T2: the bundle of a revoked phone is held; accepted, its next delivery brings the receipt', async () => {
    await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    const made = await bundle(1, 3);
    for (const carrier of [lan, officer])
      expect((await carry(carrier, made)).answer).toEqual({ kind: 'held', why: 'device-revoked' });
    const { waiting } = await desk(province, officer).box();
    expect(waiting).toMatchObject([{ operations: 3, carriedBy: { name: lan.person.name } }]);
    await desk(province, officer).accept(waiting[0]!.id);
    expect(await installs()).toBe(9);
    expect(await receiptIn((await carry(lan, made)).answer, made)).toMatchObject({ accepted: [[1, 1, 3]] });
    expect(await installs()).toBe(9);
  });

  test('T2: the bundle of a disabled person is held; refused, its next delivery brings the reason', async () => {
    await desk(province, officer).post(paths.disablePerson, { person: hoa.person.id });
    const made = await bundle(1, 2);
    expect((await carry(lan, made)).answer).toEqual({ kind: 'held', why: 'person-disabled' });
    const [held] = (await desk(province, officer).box()).waiting;
    await desk(province, officer).refuse(held!.id, 'Đã nghỉ từ tháng 10');
    expect((await receiptIn((await carry(lan, made)).answer, made))?.refused).toEqual(
      [1, 2].map((seq) => ({ seq, code: 'refused-by-officer', params: { reason: 'Đã nghỉ từ tháng 10' } })),
    );
  });

  test('T2: of several bundles of a revoked phone the later is kept too, and decided after the earlier', async () => {
    await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    for (const made of [await bundle(3, 4), await bundle(1, 2)])
      expect((await carry(lan, made)).answer).toMatchObject({ kind: 'held' });
    const [earlier, later] = (await desk(province, officer).box()).waiting;
    expect([earlier!.firstSeq, later!.firstSeq]).toEqual([1, 3]);
    const early = { code: 'held-after-gap', params: { expected: 1 } };
    expect(await desk(province, officer).accept(later!.id)).toMatchObject(early);
    expect(await desk(province, officer).refuse(later!.id, 'Trùng')).toMatchObject(early);
    await desk(province, officer).accept(earlier!.id);
    await desk(province, officer).accept(later!.id);
    expect(await installs()).toBe(12);
    expect((await desk(province, officer).box()).waiting).toEqual([]);
  });

  describe('from a device the province does not know', () => {
    const unknown = 40;
    const fromUnknown = (but: object = {}) =>
      bundle(1, 2, { device: unknown, operations: evenings(1, 2, unknown), ...but });

    test('T2: it waits for the officer of the commune it speaks of, who says whose it is; then it counts once', async () => {
      const made = await fromUnknown();
      expect((await carry(lan, made)).answer).toEqual({ kind: 'held', why: 'device-unknown' });
      const { waiting, candidates } = await desk(province, officer).box();
      expect(waiting).toMatchObject([{ device: unknown, person: null, village: null, commune: { id: '18124' } }]);
      expect(candidates.map(({ id }) => id)).toEqual(expect.arrayContaining([hoa.person.id, lan.person.id]));
      const { id } = waiting[0]!;
      expect(await desk(province, officer).accept(id)).toMatchObject({ code: 'person-needed' });
      expect(await desk(province, officer).accept(id, officer.person.id)).toMatchObject({ code: 'person-needed' });
      const stranger = await province.person('villageMember', '18127-01');
      expect(await desk(province, officer).accept(id, stranger.id)).toMatchObject({ code: 'unit-out-of-scope' });
      expect(await desk(province, officer).accept(id, hoa.person.id)).toMatchObject({
        person: { name: hoa.person.name },
        decided: { accepted: 2 },
      });
      expect(await installs()).toBe(6);
      expect(await receiptIn((await carry(lan, made)).answer, made)).toMatchObject({ device: unknown, through: 2 });
      const more = await bundle(3, 3, { device: unknown, operations: evenings(3, 3, unknown) });
      expect(await receiptIn((await carry(lan, more)).answer, more)).toMatchObject({ through: 3 });
    });

    test('I1: a number that went to somebody else meanwhile is not taken from them', async () => {
      await carry(lan, await fromUnknown());
      const [held] = (await desk(province, officer).box()).waiting;
      while ((await province.phoneOf(lan.person)).device < unknown);
      expect(await desk(province, officer).accept(held!.id, hoa.person.id)).toMatchObject({
        code: 'device-of-another-person',
      });
      expect((await desk(province, officer).box()).waitingInAll).toBe(1);
    });

    test('T3: refused, it writes nothing in the name of the device', async () => {
      const made = await fromUnknown();
      await carry(lan, made);
      const [held] = (await desk(province, officer).box()).waiting;
      expect(await desk(province, officer).refuse(held!.id, 'Không ai nhận')).toMatchObject({
        decided: { refused: 2 },
      });
      expect(await province.db.selectFrom('operation').select('seq').execute()).toEqual([]);
      expect((await carry(lan, made)).answer).toEqual({ kind: 'held', why: 'device-unknown' });
      expect((await desk(province, officer).box()).waiting).toEqual([]);
    });

    test('T3: a known device whose key we do not know counts for nothing until somebody vouches for it, and then only for its owner', async () => {
      const forged = await newSigningKey();
      const made = await bundle(1, 2, { device: lan.device, key: forged, operations: evenings(1, 2, lan.device) });
      expect((await carry(hoa, made)).answer).toEqual({ kind: 'held', why: 'device-unknown' });
      const [held] = (await desk(province, officer).box()).waiting;
      expect(held).toMatchObject({ person: { name: lan.person.name } });
      expect(await desk(province, officer).accept(held!.id, hoa.person.id)).toMatchObject({
        code: 'device-of-another-person',
      });
      await desk(province, officer).refuse(held!.id, 'Không phải của Lan');
      const own = record(eveningInThon2(), { device: lan.device, seq: 1, unit: '18124-01' });
      expect((await desk(province, lan).push([own])).json()).toMatchObject({ accepted: [[1, 1, 1]] });
    });
  });
});

const sameBytes = (one: string, other: string) => Buffer.from(one, 'base64url').equals(Buffer.from(other, 'base64url'));
