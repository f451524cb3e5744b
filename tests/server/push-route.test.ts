import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import { decodePullPage } from '#protocol/pull.ts';
import { encodePush } from '#protocol/push.ts';
import { Receipt } from '#protocol/receipt.ts';
import { readAs } from '#protocol/read.ts';
import { limits, paths, protocolVersion } from '#protocol/version.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('a batch over the network, to $name', ({ open }) => {
  let province: TestProvince;
  let app: FastifyInstance;
  let hoa: Phone;

  beforeEach(async () => {
    province = await createProvince({ open });
    app = await province.app();
    hoa = await province.phone('villageMember');
  });
  afterEach(() => province.close());

  const bearer = (phone: Phone) => ({ authorization: `Bearer ${phone.token}`, 'accept-language': 'en' });
  const send = (phone: Phone, body: Uint8Array, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: paths.push,
      payload: Buffer.from(body),
      headers: { 'content-type': 'application/cbor', 'content-encoding': 'gzip', ...bearer(phone), ...headers },
    });
  const batch = (phone: Phone, operations: Operation[]) =>
    encodePush({ version: protocolVersion, device: phone.device, waiting: operations.length, operations });
  const evening = (phone: Phone, seq = 1) =>
    record(eveningInThon2(), { device: phone.device, seq, unit: phone.person.unit });

  test('S1: a batch over the network is answered with its receipt, and read back by a colleague in either compression', async () => {
    const response = await send(hoa, await batch(hoa, [evening(hoa, 1), evening(hoa, 2), evening(hoa, 3)]));
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(readAs(Receipt, response.json())).toMatchObject({ through: 3, accepted: [[1, 1, 3]], refused: [] });

    const lan = await province.phone('villageMember');
    for (const [coding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const page = await app.inject({
        url: `${paths.pull}?cursor=0&own=0&situation=`,
        headers: { ...bearer(lan), 'accept-encoding': coding },
      });
      expect(page.headers['content-encoding']).toBe(coding);
      expect(page.headers['content-type']).toBe('application/cbor');
      expect(decodePullPage(unpack(page.rawPayload))?.operations.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    }
  });

  test('a broken, cut or foreign body is refused by name and nothing of it is kept', async () => {
    const whole = await batch(hoa, [evening(hoa)]);
    const cases: [Uint8Array, Record<string, string>, number, string][] = [
      [whole.slice(0, whole.length - 9), {}, 400, 'body-unreadable'],
      [new TextEncoder().encode('not gzip at all'), {}, 400, 'body-unreadable'],
      [new Uint8Array(), {}, 400, 'body-unreadable'],
      [new TextEncoder().encode('{"operations":[]}'), { 'content-type': 'application/json' }, 415, 'body-kind-unknown'],
      [whole, { 'content-type': 'text/plain' }, 415, 'body-kind-unknown'],
      [new Uint8Array(limits.pushBytesCompressed + 1), {}, 413, 'body-too-large'],
    ];
    for (const [body, headers, status, code] of cases) {
      const response = await send(hoa, body, headers);
      expect([response.statusCode, response.json().code]).toEqual([status, code]);
      expect(response.json().message.length).toBeGreaterThan(10);
    }
    expect(await province.db.selectFrom('operation').select('seq').execute()).toEqual([]);
  });

  test('T1: a province that holds less than the phone says from which seq', async () => {
    const response = await send(hoa, await batch(hoa, [evening(hoa, 8)]));
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'seq-gap', params: { expected: 1 } });
  });

  test('nobody pushes or pulls without a living token, nor for another device', async () => {
    const lan = await province.phone('villageMember');
    const body = await batch(hoa, [evening(hoa)]);
    expect((await send(lan, body)).json()).toMatchObject({ code: 'device-of-another-person' });
    expect((await send({ ...hoa, token: 'x'.repeat(43) }, body)).json()).toMatchObject({ code: 'token-stale' });
    expect((await app.inject({ url: paths.pull })).json()).toMatchObject({ code: 'sign-in-needed' });
    await province.db.updateTable('device').set({ revoked_at: 1 }).where('number', '=', hoa.device).execute();
    expect((await app.inject({ url: paths.pull, headers: bearer(hoa) })).json()).toMatchObject({
      code: 'device-revoked',
    });
    expect((await send(hoa, body)).json()).toMatchObject({ code: 'held-for-officer' });
  });

  test('a pull that asks for nothing understandable is refused by name', async () => {
    for (const query of ['cursor=-1', 'cursor=abc', 'cursor=1.5', 'own=yes', 'cursor=1&cursor=2'])
      expect((await app.inject({ url: `${paths.pull}?${query}`, headers: bearer(hoa) })).json()).toMatchObject({
        code: 'query-unreadable',
      });
  });
});
