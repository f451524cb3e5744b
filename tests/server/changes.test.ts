import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { streamsOfAPerson } from '#protocol/changes.ts';
import { paths } from '#protocol/version.ts';
import { noteAct } from '#server/storage/audit.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { acceptBatch } from '#server/storage/ledger.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { addressOf, listenTo, type Listening } from '../support/event-stream.ts';
import { desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { postgresOfItsOwn } from '../support/places.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

const evening = (phone: Phone, seq: number) =>
  record(eveningInThon2({ counts: { VNEID_CAI: seq } }), { device: phone.device, seq, unit: phone.person.unit });

describe.each(databases)('what changes, from $name', ({ open }) => {
  let province: TestProvince;
  let heard: Listening[];
  const listen = async (who: Phone) => {
    const listening = await listenTo(await addressOf(province), who);
    heard.push(listening);
    return listening;
  };

  beforeEach(async () => {
    heard = [];
    province = await createProvince({ open });
  });
  afterEach(async () => {
    heard.forEach(({ stop }) => stop());
    // Where a stream was given up, fetch opens a line for the next request, and no request comes.
    (await province.app()).server.closeAllConnections();
    await province.close();
  });

  test('a push is told to the officers of its commune and of the province, within a second of its receipt, and to no others', async () => {
    const hoa = await province.phone('villageMember');
    const [own, other, above] = await Promise.all([
      listen(await province.phone('communeOfficer')),
      listen(await province.phone('communeOfficer', '18127')),
      listen(await province.phone('provinceOfficer')),
    ]);
    expect([own.status, own.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    // What was there before is no news.
    expect(await own.next(600)).toBeUndefined();
    await province.push(hoa, [evening(hoa, 1)]);
    const received = Date.now();
    expect(await own.next()).toEqual(['18124']);
    expect(await above.next()).toEqual(['18124']);
    expect(Date.now() - received).toBeLessThan(1_000);
    expect(await other.next(600)).toBeUndefined();
  });

  test('what an officer decides is told too; what somebody only reads is not', async () => {
    const officer = await province.phone('communeOfficer');
    const listening = await listen(await province.phone('provinceOfficer'));
    expect(await listening.next(600)).toBeUndefined();
    const note = (act: 'entries.read' | 'report.closed') =>
      province.db.transaction().execute((tx) => noteAct(tx, officer, { act, unit: '18124' }, 1));
    await note('entries.read');
    expect(await listening.next(600)).toBeUndefined();
    await note('report.closed');
    expect(await listening.next()).toEqual(['18124']);
  });

  test('a device that is revoked, and a person who is somewhere else now, are told nothing more', async () => {
    const stolen = await province.phone('communeOfficer');
    const moved = await province.phone('communeOfficer');
    const [one, two] = [await listen(stolen), await listen(moved)];
    await revokeDevice(province.db, stolen.device, 1);
    await one.ended;
    await province.db.updateTable('person').set({ unit_id: '18127' }).where('id', '=', moved.person.id).execute();
    await two.ended;
    expect((await listen(stolen)).status).toBe(401);
    expect((await listen(moved)).status).toBe(200);
  });

  test('a person has so many streams at a time, and one more when one has ended', async () => {
    const officer = await province.phone('communeOfficer');
    for (let i = 0; i < streamsOfAPerson; i++) expect((await listen(officer)).status).toBe(200);
    const refused = await listen(officer);
    expect([refused.status, refused.code]).toEqual([429, 'streams-enough']);
    heard[0]!.stop();
    const again = async (): Promise<number> => {
      const { status } = await listen(officer);
      return status === 429 ? again() : status;
    };
    expect(await again()).toBe(200);
  });

  test('is for officers, and does not hold up a server that stops', async () => {
    const hoa = await province.phone('villageMember');
    expect((await desk(province, hoa).get(paths.changes)).json().code).toBe('role-too-low');
    const listening = await listen(await province.phone('communeOfficer'));
    await (await province.app()).close();
    await listening.ended;
  });
});

test('on PostgreSQL, what another node accepts is told as well', async () => {
  const place = await postgresOfItsOwn();
  const province = await createProvince({ open: place.open });
  const elsewhere = openPostgres(place.env['DATABASE_URL']!);
  const hoa = await province.phone('villageMember');
  const listening = await listenTo(await addressOf(province), await province.phone('communeOfficer'));
  expect(await listening.next(600)).toBeUndefined();
  const operations = [evening(hoa, 1)];
  await acceptBatch({ db: elsewhere, clock: province.clock }, hoa, {
    version: 1,
    device: hoa.device,
    waiting: 1,
    operations,
  });
  expect(await listening.next()).toEqual(['18124']);
  listening.stop();
  await elsewhere.destroy();
  await province.close();
  place.clear();
});
