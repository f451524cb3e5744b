import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { photoLimits } from '#model/photo.ts';
import { defaultSettings } from '#model/settings.ts';
import { paths } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import { sweepPhotos } from '#server/photo-sweep.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { entriesFor } from '#server/storage/entries.ts';
import { photoByName } from '#server/storage/photos.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record, withdrawal } from '../support/operations.ts';
import { jpeg, nameOf, position } from '../support/pictures.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';

const aDay = 24 * 60 * 60 * 1000;

describe.each(databases)('photos of sessions, at a province on $name', ({ open }) => {
  let province: TestProvince;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let directory: string;
  let hoa: Phone;
  let entry: string;
  let time: number;

  const build = () => buildApp(province, { trustProxy: false, logger: false, behindTls: false, photosDir: directory });
  const wants = (photos: boolean, photoDays = 30) =>
    changeSettings(province.db, { ...defaultSettings, photos, photoDays });
  const ask = (
    phone: Phone,
    method: 'POST' | 'HEAD' | 'PATCH' | 'GET' | 'DELETE',
    url: string,
    more: Partial<InjectOptions> = {},
  ) =>
    app.inject({
      method,
      url,
      ...more,
      headers: { authorization: `Bearer ${phone.token}`, 'tus-resumable': '1.0.0', ...more.headers },
    });
  const of = (name: string) => `${paths.photos}/${name}`;
  const begin = (phone: Phone, name: string, length: number) =>
    ask(phone, 'POST', paths.photos, {
      headers: { 'upload-length': String(length), 'upload-metadata': `name ${Buffer.from(name).toString('base64')}` },
    });
  const add = (phone: Phone, name: string, bytes: Uint8Array, offset = 0) =>
    ask(phone, 'PATCH', of(name), {
      headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      payload: Buffer.from(bytes),
    });
  const send = async (bytes: Uint8Array, { phone = hoa, name = nameOf(entry, bytes) } = {}) => {
    const begun = await begin(phone, name, bytes.length);
    return begun.statusCode === 201 ? add(phone, name, bytes) : begun;
  };
  const files = () => readdirSync(directory).filter((file) => !file.endsWith('.json'));

  beforeEach(async () => {
    time = thatEvening;
    directory = mkdtempSync(join(tmpdir(), 'so-tay-06-photos-'));
    province = await createProvince({ open, clock: { now: () => time } });
    hoa = await province.phone('villageMember');
    await province.push(hoa, [record(eveningInThon2(), { device: hoa.device, unit: '18124-02' })]);
    entry = `${hoa.device}-1`;
    await wants(true);
    app = await build();
  });
  afterEach(async () => {
    await app.close();
    await province.close();
    rmSync(directory, { recursive: true });
  });

  test('a photo arrives, byte for byte, and its entry’s officer looks at it', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    expect((await send(photo)).statusCode).toBe(204);
    const officer = await province.phone('communeOfficer');
    const page = await entriesFor(province, officer, { unit: '18124', period: '2026-11' });
    expect(page.entries.map(({ photos }) => photos)).toEqual([[name]]);
    const seen = await ask(officer, 'GET', of(name));
    expect([seen.statusCode, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    expect(new Uint8Array(seen.rawPayload)).toEqual(photo);
    expect(await photoByName(province.db, name)).toMatchObject({
      entry_id: entry,
      unit_id: '18124-02',
      commune_id: '18124',
      device: hoa.device,
      person_id: hoa.person.id,
      bytes: photo.length,
      width: 1280,
      height: 960,
    });
  });

  test('an upload that broke off goes on where it broke off, at whichever node answers next', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    const begun = await begin(hoa, name, photo.length);
    expect([begun.statusCode, begun.headers['location']]).toEqual([201, of(name)]);
    await add(hoa, name, photo.subarray(0, 1500));
    await app.close();
    app = await build();
    const where = await ask(hoa, 'HEAD', of(name));
    expect([where.statusCode, where.headers['upload-offset']]).toEqual([200, '1500']);
    // Bytes that are there already, sent again because the answer was lost, are not added twice.
    expect((await add(hoa, name, photo.subarray(0, 1500))).statusCode).toBe(409);
    expect((await add(hoa, name, photo.subarray(1500), 1500)).statusCode).toBe(204);
    expect(await photoByName(province.db, name)).toBeDefined();
  });

  test('P3: a photo sent again is the same photo; asked about, the province says that it has it', async () => {
    const photo = jpeg();
    await send(photo);
    const where = await ask(hoa, 'HEAD', of(nameOf(entry, photo)));
    expect([where.headers['upload-offset'], where.headers['upload-length']]).toEqual(
      [photo.length, photo.length].map(String),
    );
    await send(photo);
    expect(files()).toEqual([nameOf(entry, photo)]);
    expect(await province.db.selectFrom('photo').select('name').execute()).toHaveLength(1);
  });

  test('who took a photo has it deleted, row and file; a colleague and an officer are told no, and it stays', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    await send(photo);
    for (const [role, code] of [
      ['villageLead', 'role-too-low'],
      ['communeOfficer', 'role-too-low'],
    ] as const) {
      const refused = await ask(await province.phone(role), 'DELETE', of(name));
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, code]);
    }
    expect(files()).toEqual([name]);
    expect((await ask(hoa, 'DELETE', of(name))).statusCode).toBe(204);
    expect([await photoByName(province.db, name), files()]).toEqual([undefined, []]);
    expect((await ask(hoa, 'DELETE', of(name))).statusCode).toBe(404);
  });

  test('S1: a crash after the last byte and before the row is mended when the phone asks again', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    await send(photo);
    await province.db.deleteFrom('photo').execute();
    const where = await ask(hoa, 'HEAD', of(name));
    expect(where.headers['upload-offset']).toBe(String(photo.length));
    expect(await photoByName(province.db, name)).toBeDefined();
  });

  test('what is no picture, is another than it says, is too large or says where it was taken, is refused and not kept', async () => {
    const words = new Uint8Array(Buffer.from('%PDF-1.7 đơn xin xác nhận'));
    const refusals: [Uint8Array, string, string?][] = [
      [words, 'photo-unreadable'],
      [jpeg({ width: 4000, height: 3000 }), 'photo-unreadable'],
      [jpeg().subarray(0, 3000), 'photo-unreadable'],
      [jpeg({ grain: 5 }), 'photo-unreadable', nameOf(entry, jpeg({ grain: 3 }))],
      [jpeg({ besides: [position] }), 'photo-says-more'],
    ];
    for (const [bytes, code, name] of refusals) {
      const answer = await send(bytes, { ...(name && { name }) });
      expect(answer.json()).toMatchObject({ code });
      expect(answer.statusCode).toBe(422);
    }
    expect(readdirSync(directory)).toEqual([]);
    expect(await province.db.selectFrom('photo').selectAll().execute()).toEqual([]);
  });

  test('forty megabytes are refused before a byte of them is sent', async () => {
    const answer = await begin(hoa, nameOf(entry, jpeg()), 40 * 1024 * 1024);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'photo-too-large']);
    expect(answer.json().message).toMatch(/^Ảnh gửi đi lớn hơn 1000 KB/);
    const name = nameOf(entry, jpeg());
    await begin(hoa, name, 1000);
    expect((await add(hoa, name, new Uint8Array(5000))).statusCode).toBe(413);
    expect((await add(hoa, name, new Uint8Array(photoLimits.bytes + 1))).statusCode).toBe(413);
    expect(files().filter((file) => file !== name)).toEqual([]);
  });

  test('only when the province wants photos, only from the entry’s own team, only while the entry stands', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    const code = async (phone = hoa, called = name) => (await send(photo, { phone, name: called })).json().code;
    for (const role of ['communeOfficer', 'provinceOfficer'] as const)
      expect(await code(await province.phone(role))).toBe('role-too-low');
    expect(await code(await province.phone('villageLead', '18124-01'))).toBe('unit-out-of-scope');
    expect(await code(hoa, nameOf('999-1', photo))).toBe('photo-entry-unknown');
    for (const wrong of ['', '../../province.sqlite', `${entry}.${'g'.repeat(64)}`, `0-1.${'a'.repeat(64)}`])
      expect(await code(hoa, wrong)).toBe('query-unreadable');
    await wants(false);
    expect(await code()).toBe('photos-off');
    await wants(true);
    await province.push(hoa, [withdrawal(entry, { device: hoa.device, seq: 2, unit: '18124-02' })]);
    expect(await code()).toBe('photo-entry-withdrawn');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('nobody without a token, and nobody outside the path, looks at a photo or goes on with an upload', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    await send(photo);
    for (const method of ['GET', 'HEAD', 'PATCH'] as const)
      expect((await app.inject({ method, url: of(name) })).statusCode).toBe(401);
    expect((await app.inject({ method: 'POST', url: paths.photos })).statusCode).toBe(401);
    for (const phone of [
      await province.phone('communeOfficer', '18127'),
      await province.phone('villageMember', '18124-01'),
    ]) {
      expect((await ask(phone, 'GET', of(name))).json().code).toBe('not-found');
      expect((await ask(phone, 'HEAD', of(name))).statusCode).toBe(403);
      expect((await add(phone, name, photo)).statusCode).toBe(403);
    }
    expect((await ask(await province.phone('villageLead'), 'GET', of(name))).statusCode).toBe(200);
    expect((await ask(await province.phone('provinceOfficer'), 'GET', of(name))).statusCode).toBe(200);
  });

  test('an entry takes six photos and says so to the seventh', async () => {
    for (let grain = 1; grain <= photoLimits.perEntry; grain++)
      expect((await send(jpeg({ grain }))).statusCode).toBe(204);
    const seventh = await send(jpeg({ grain: 7 }));
    expect([seventh.statusCode, seventh.json().code]).toEqual([409, 'photos-enough']);
    expect((await send(jpeg({ grain: 1 }))).statusCode).not.toBe(409);
  });

  test('a photo is deleted the set number of days after its period was closed, and not a day before', async () => {
    const photo = jpeg();
    const name = nameOf(entry, photo);
    await send(photo);
    expect(await sweepPhotos(province, directory)).toBe(0);
    const by = hoa.person.id;
    await closePeriod(province.db, { commune: '18124', period: '2026-11', by, at: Math.floor(time / 1000) });
    time += 30 * aDay;
    expect(await sweepPhotos(province, directory)).toBe(0);
    // Late, but not too late: its numbers were in time.
    expect((await send(jpeg({ grain: 3 }))).statusCode).toBe(204);
    time += aDay;
    expect(await sweepPhotos(province, directory)).toBe(2);
    expect(readdirSync(directory)).toEqual([]);
    expect(await photoByName(province.db, name)).toBeUndefined();
    expect((await send(photo)).json().code).toBe('photo-too-late');
  });

  test('the photo of a withdrawn entry goes, and so does what nobody went on with for two weeks', async () => {
    await send(jpeg());
    await province.push(hoa, [record(eveningInThon2(), { device: hoa.device, seq: 2, unit: '18124-02' })]);
    const broken = jpeg({ grain: 3 });
    const second = nameOf(`${hoa.device}-2`, broken);
    await begin(hoa, second, broken.length);
    await add(hoa, second, broken.subarray(0, 100));
    await province.push(hoa, [withdrawal(entry, { device: hoa.device, seq: 3, unit: '18124-02' })]);
    utimesSync(join(directory, second), time / 1000, time / 1000);
    expect(await sweepPhotos(province, directory)).toBe(1);
    expect(files()).toEqual([second]);
    time += 15 * aDay;
    expect(await sweepPhotos(province, directory)).toBe(1);
    expect(readdirSync(directory)).toEqual([]);
    // Its phone begins anew.
    expect((await ask(hoa, 'HEAD', of(second))).statusCode).toBe(404);
    expect((await send(broken, { name: second })).statusCode).toBe(204);
  });

  test('a folder that lost a file says so, and does not pretend', async () => {
    const photo = jpeg();
    await send(photo);
    rmSync(join(directory, nameOf(entry, photo)));
    expect((await ask(hoa, 'GET', of(nameOf(entry, photo)))).json().code).toBe('not-found');
    const half = jpeg({ grain: 3 });
    await begin(hoa, nameOf(entry, half), half.length);
    await add(hoa, nameOf(entry, half), half.subarray(0, 900));
    truncateSync(join(directory, nameOf(entry, half)), 400);
    expect((await ask(hoa, 'HEAD', of(nameOf(entry, half)))).headers['upload-offset']).toBe('400');
  });

  test('no page of another origin is let in, and every header of protection is there', async () => {
    const begun = await begin(hoa, nameOf(entry, jpeg()), 4000);
    expect(begun.headers).not.toHaveProperty('access-control-allow-origin');
    expect(begun.headers['content-security-policy']).toContain("default-src 'self'");
    expect(begun.headers['x-content-type-options']).toBe('nosniff');
    const digest = createHash('sha256').update('x').digest('hex');
    expect((await ask(hoa, 'HEAD', of(`${entry}.${digest}`))).statusCode).toBe(404);
  });
});
