import { afterEach, expect, test } from 'vitest';
import { limits, paths } from '#protocol/version.ts';
import { demoProvince, type DemoProvince } from '../support/demo-province.ts';

let there: DemoProvince;
afterEach(() => there.close());

const wrongCode = (at: number) => `ABCD-EF${String(at).padStart(2, '0')}`;
const guess = (invitation: string, headers = {}) => there.post(paths.signIn, { invitation }, headers);

test('a guesser is stopped after so many wrong codes, is told for how long, and may come back after that', async () => {
  there = await demoProvince({ attempts: { perAddress: 3, perInvitation: 100, seconds: 1 } });
  for (const at of [1, 2, 3]) expect((await guess(wrongCode(at))).json().code).toBe('invitation-unknown');
  const stopped = await guess(there.invitationOf('villageMember'));
  expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'too-many-attempts']);
  expect(stopped.json().params).toEqual({ minutes: 1 });
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await guess(there.invitationOf('villageMember'))).statusCode).toBe(200);
});

test('guesses sent all at once are counted like guesses sent one by one', async () => {
  there = await demoProvince({ attempts: { perAddress: 3, perInvitation: 100, seconds: 60 } });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => guess(wrongCode(at))));
  expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(3);
});

test('one invitation is not tried from a hundred addresses', async () => {
  there = await demoProvince({ trustProxy: 'loopback', attempts: { perAddress: 100, perInvitation: 2, seconds: 60 } });
  const from = (at: number) => guess('ABCD-EF00', { 'x-forwarded-for': `203.0.113.${at}` });
  const codes = [];
  for (const at of [1, 2, 3]) codes.push((await from(at)).json().code);
  expect(codes).toEqual(['invitation-unknown', 'invitation-unknown', 'too-many-attempts']);
});

test('people who sign in rightly behind one address never stop each other', async () => {
  there = await demoProvince({ attempts: { perAddress: 1, perInvitation: 1, seconds: 60 } });
  for (const role of ['villageMember', 'communeOfficer', 'provinceOfficer'] as const)
    expect((await guess(there.invitationOf(role))).statusCode).toBe(200);
});

test('a forwarded address is believed only from a proxy we trust', async () => {
  there = await demoProvince({ trustProxy: false, attempts: { perAddress: 1, perInvitation: 100, seconds: 60 } });
  await guess(wrongCode(1), { 'x-forwarded-for': '203.0.113.1' });
  expect((await guess(wrongCode(2), { 'x-forwarded-for': '203.0.113.2' })).json().code).toBe('too-many-attempts');
});

test('bodies that are too large, broken or of another kind are refused by name, never with 500', async () => {
  there = await demoProvince();
  const send = async (path: string, type: string, payload: string | Buffer) => {
    const answer = await there.app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload });
    return [answer.statusCode, answer.json().code];
  };
  const json = 'application/json';
  expect(await send(paths.signIn, json, `"${'x'.repeat(17 * 1024)}"`)).toEqual([413, 'body-too-large']);
  for (const broken of ['', '{', '{"invitation":', 'null', '[]', '3', '{"invitation":7}', '{"__proto__":{}}', '\u0000'])
    expect(await send(paths.signIn, json, broken)).toEqual([400, 'body-unreadable']);
  for (const kind of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])
    expect(await send(paths.signIn, kind, 'invitation=K7QM2XVD')).toEqual([415, 'body-kind-unknown']);
  expect(await send(paths.signIn, 'application/cbor', Buffer.from([0xa0]))).toEqual([400, 'body-unreadable']);
  const heavy = Buffer.alloc(limits.pushBytesCompressed + 1);
  expect(await send(paths.signIn, 'application/cbor', heavy)).toEqual([413, 'body-too-large']);
});
