import '../support/indexed-db.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { places, type Place } from '../support/places.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

describe.each(places)('acknowledged by a province on $name', ({ find }) => {
  let place: Place;
  let province: TestProvince;
  let hoa: SyncedPhone;
  beforeEach(async () => {
    place = await find();
    province = await createProvince({ open: place.open });
    hoa = await syncedPhone(province, await province.person('villageMember', '18124-02'));
  });
  afterEach(async () => {
    await hoa.switchOff();
    await province.close();
    place.clear();
  });

  test('S1: when a phone has its receipt, the operation is on disk, for whoever opens it next', async () => {
    await recordHelp(hoa.db, hoa.clock, eveningInThon2());
    await hoa.sync();
    expect(await unsettledCount(hoa.db)).toBe(0);
    const another = place.open();
    expect(await another.selectFrom('operation').select(['device', 'seq', 'number']).execute()).toEqual([
      { device: hoa.device, seq: 1, number: 1 },
    ]);
    await another.destroy();
  });

  test('S1: a batch that could not be committed is not acknowledged, and is sent again', async () => {
    const another = place.open();
    await another.schema.alterTable('rollup').renameTo('rollup_gone').execute();
    await recordHelp(hoa.db, hoa.clock, eveningInThon2());
    await hoa.sync();
    expect(await unsettledCount(hoa.db)).toBe(1);
    expect(await another.selectFrom('operation').selectAll().execute()).toEqual([]);
    await another.schema
      .alterTable('rollup_gone' as 'rollup')
      .renameTo('rollup')
      .execute();
    await another.destroy();
    await hoa.wait(10_000);
    expect(await unsettledCount(hoa.db)).toBe(0);
  });
});
