import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { invite } from '#server/storage/invitations.ts';
import { readAs } from '#protocol/read.ts';
import { KeyAnswer, SignInAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import { newSigningKey } from '../support/bundles.ts';
import { databases } from '../support/databases.ts';
import { createProvince, thatEvening, type TestProvince } from '../support/province.ts';

describe.each(databases)('on $name', ({ open }) => {
  let province: TestProvince;
  beforeEach(async () => {
    province = await createProvince({ open });
  });
  afterEach(() => province.close());

  const post = async (url: string, payload: object, token?: string) => {
    const app = await province.app();
    return app.inject({ method: 'POST', url, payload, headers: token ? { authorization: `Bearer ${token}` } : {} });
  };
  const signInAs = async (person: number, more: object) => {
    const invitation = await invite(province.db, person, thatEvening / 1000);
    return readAs(SignInAnswer, (await post(paths.signIn, { invitation, ...more })).json())!;
  };
  const keyOf = async (device: number) =>
    (await province.db.selectFrom('device').select('signing_key').where('number', '=', device).executeTakeFirst())
      ?.signing_key;

  test('T3: signing in registers the key of the phone and tells what to seal bundles with', async () => {
    const { publicKey } = await newSigningKey();
    const hoa = await province.person('villageMember', '18124-02');
    const { device, sealingKey } = await signInAs(hoa.id, { key: publicKey });
    expect(await keyOf(device)).toBe(publicKey);
    expect(sealingKey).toMatch(/^[\w-]{87}$/);
    const lan = await province.person('villageMember', '18124-01');
    expect((await signInAs(lan.id, {})).sealingKey).toBe(sealingKey);
  });

  test('T3: a phone that signed in before there were keys brings its own; another for the same phone is refused', async () => {
    const [first, second] = [await newSigningKey(), await newSigningKey()];
    const hoa = await province.phone('villageMember');
    for (const key of [first.publicKey, first.publicKey]) {
      const answer = await post(paths.key, { key }, hoa.token);
      expect(readAs(KeyAnswer, answer.json())).toBeDefined();
    }
    const other = await post(paths.key, { key: second.publicKey }, hoa.token);
    expect([other.statusCode, other.json().code]).toEqual([409, 'key-taken']);
    expect(await keyOf(hoa.device)).toBe(first.publicKey);
  });

  test('T3: a new invitation may replace the key of a phone that goes on under its number', async () => {
    const [first, second] = [await newSigningKey(), await newSigningKey()];
    const hoa = await province.person('villageMember', '18124-02');
    const { device } = await signInAs(hoa.id, { key: first.publicKey });
    await signInAs(hoa.id, { resume: device, key: second.publicKey });
    expect(await keyOf(device)).toBe(second.publicKey);
    await signInAs(hoa.id, { resume: device });
    expect(await keyOf(device)).toBe(second.publicKey);
  });

  test('a key that is none is refused, and the private key of the province is in no answer', async () => {
    const hoa = await province.phone('villageMember');
    for (const key of ['', 'A'.repeat(87), 7])
      expect((await post(paths.key, { key }, hoa.token)).json()).toMatchObject({ code: 'body-unreadable' });
    const { private_key } = await province.db.selectFrom('province_key').selectAll().executeTakeFirstOrThrow();
    const secret = (JSON.parse(private_key) as { d: string }).d;
    const app = await province.app();
    for (const url of [paths.health, paths.openapi]) expect((await app.inject(url)).body).not.toContain(secret);
  });
});
