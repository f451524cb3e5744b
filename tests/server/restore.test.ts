import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '#model/settings.ts';
import { readInvitationCode } from '#protocol/sign-in.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { backUp } from '#server/storage/backup.ts';
import { keepBoundaries } from '#server/storage/boundaries.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { makeToken, readerByToken, revokeToken } from '#server/storage/access-tokens.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { keepFormerUnits } from '#server/storage/former-units.ts';
import { invite, useInvitation } from '#server/storage/invitations.ts';
import { disablePerson } from '#server/storage/people.ts';
import { keepPhoto } from '#server/storage/photos.ts';
import { restore } from '#server/storage/restore.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { twoCommunes } from '../support/areas.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { places, type Place } from '../support/places.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { mustBeSound } from '../support/sound.ts';

const now = thatEvening / 1000;

/** All there is, by table, in whatever order. */
const contents = async (db: ProvinceDatabase): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    found[name] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return found;
};

describe.each(places)('a backup of $name', ({ find }) => {
  let place: Place;
  let backup: string;
  let province: TestProvince;
  let hoa: Phone;
  const evening = (seq: number) => record(eveningInThon2(), { device: hoa.device, seq, unit: '18124-02' });

  beforeEach(async () => {
    place = await find();
    backup = join(place.folder, 'backup.sqlite');
    province = await createProvince({ open: place.open });
    hoa = await province.phone('villageMember');
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
    place.clear();
  });

  test('L1, I1: the same backup restored twice gives no number of an operation or a device twice', async () => {
    await province.push(hoa, [evening(1)]);
    expect(await backUp(province.db, backup)).toEqual({ kind: 'done' });
    const numbers: number[] = [];
    const devices = [hoa.device];
    for (let round = 0; round < 3; round += 1) {
      expect(await restore(province.db, backup)).toEqual({ kind: 'done' });
      const { accepted } = await province.push(hoa, [evening(2), evening(3)]);
      numbers.push(...accepted.flatMap(([, number, count]) => [number, number + count - 1]));
      devices.push((await province.phone('villageMember')).device);
    }
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(6);
    expect(new Set(devices).size).toBe(4);
  });

  test('a phone revoked, a person disabled and an invitation used since the backup stay so', async () => {
    const stolen = await province.phone('villageMember');
    const gone = await province.person('villageMember', '18124-02', 'Lê Văn Bình');
    const invited = async (phone: Phone) => readInvitationCode(await invite(province.db, phone.person.id, now))!;
    const code = await invited(hoa);
    const unused = await invited(stolen);
    await backUp(province.db, backup);
    await revokeDevice(province.db, stolen.device, now);
    await disablePerson(province.db, gone.id, now);
    expect(await useInvitation(province.db, code, now)).toBe(hoa.person.id);

    expect(await restore(province.db, backup)).toEqual({ kind: 'done' });
    const revoked = await province.db
      .selectFrom('device')
      .select('number')
      .where('revoked_at', 'is not', null)
      .execute();
    expect(revoked).toEqual([{ number: stolen.device }]);
    const disabled = await province.db.selectFrom('person').select('id').where('disabled_at', 'is not', null).execute();
    expect(disabled).toEqual([{ id: gone.id }]);
    const used = await province.db
      .selectFrom('invitation')
      .select('used_at')
      .where('used_at', 'is not', null)
      .execute();
    expect(used).toHaveLength(1);
    expect(await useInvitation(province.db, unused, now)).toBe(stolen.person.id);
  });

  test('a token of another system that was revoked since the backup stays so', async () => {
    const officer = await province.phone('administrator');
    const wish = { name: 'IOC', scopes: ['units' as const], unit: '42', days: 9 };
    const [gone, kept] = [await makeToken(province, officer, wish), await makeToken(province, officer, wish)];
    await backUp(province.db, backup);
    await revokeToken(province, officer, gone.token.id);
    expect(await restore(province.db, backup)).toEqual({ kind: 'done' });
    expect(await readerByToken(province.db, gone.secret)).toMatchObject({ revoked: true });
    expect(await readerByToken(province.db, kept.secret)).toMatchObject({ revoked: false });
  });

  test.each(places)('a backup is brought back on a machine that has nothing yet, on $name', async (other) => {
    await province.push(hoa, [evening(1), evening(2)]);
    await backUp(province.db, backup);
    const there = await other.find();
    const elsewhere = await createProvince({ open: there.open, units: [] });
    expect(await restore(elsewhere.db, backup)).toEqual({ kind: 'done' });
    await mustBeSound(elsewhere.db);
    expect((await elsewhere.push(hoa, [evening(3)])).holding.highestSeq).toBe(3);
    const { device } = await elsewhere.phone('villageMember');
    expect(device).toBeGreaterThan(hoa.device);
    await elsewhere.close();
    there.clear();
  });

  test('every row of every table is in the backup, and is there again after it was restored', async () => {
    await province.push(hoa, [evening(1), record(eveningInThon2({ counts: {} }), { device: hoa.device, seq: 2 })]);
    await closePeriod(province.db, { commune: '18124', period: '2026-10', by: hoa.person.id, at: now });
    await invite(province.db, hoa.person.id, now);
    await changeSettings(province.db, defaultSettings);
    const held = { id: 'x', device: 99, person_id: null, commune_id: '42', why: 'device-unknown', key: 'k' } as const;
    await province.db
      .insertInto('held_bundle')
      .values({
        ...held,
        carried_by: hoa.device,
        received_at: now,
        first_seq: 1,
        operations: 1,
        summary: '{}',
        body: '[]',
      })
      .execute();
    const note = { type: 'obstacle', set: { kind: 'sim-khong-chinh-chu', asked: 'cong-an-xa', people: 6, text: '' } };
    expect((await province.push(hoa, [write(note, { device: hoa.device, seq: 3 })])).refused).toEqual([]);
    const photo = { entry_id: `${hoa.device}-1`, unit_id: '18124-02', commune_id: '18124', device: hoa.device };
    await keepPhoto(province.db, {
      ...photo,
      name: 'p',
      person_id: hoa.person.id,
      bytes: 3000,
      width: 640,
      height: 480,
      received_at: now,
    });
    await keepFormerUnits(province.db, [
      { unit: '18124', name: 'Sơn Kim', type: 'xa', district: '', code: null, until: '2025-06-30' },
    ]);
    await province.db
      .insertInto('reorganisation')
      .values({ unit_id: '42', begins: '2027-01-01', command: '{}', asked_at: now, asked_by: hoa.person.id })
      .execute();
    await keepBoundaries(province.db, twoCommunes, now);
    await makeToken(province, await province.phone('administrator'), {
      name: 'IOC',
      scopes: ['units'],
      unit: '42',
      days: 9,
    });
    const before = await contents(province.db);
    expect(Object.values(before).filter((rows) => rows.length === 0)).toEqual([]);
    await backUp(province.db, backup);
    const copy = openSqlite(backup);
    expect(await contents(copy)).toEqual(before);
    await copy.destroy();

    await restore(province.db, backup);
    const { commune_head: heads, ...after } = await contents(province.db);
    const { commune_head: headsBefore, ...rest } = before;
    expect(after).toEqual(rest);
    // Numbers go on far above; nothing else of a restore differs.
    expect(heads!.length).toBeGreaterThanOrEqual(headsBefore!.length);
  });
});
