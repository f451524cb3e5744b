import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

let folder: string;
let province: TestProvince;
let hoa: SyncedPhone;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-tay-06-'));
  province = await createProvince({ open: () => openSqlite(join(folder, 'province.db')) });
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02'));
});
afterEach(async () => {
  await hoa.switchOff();
  await province.close();
  rmSync(folder, { recursive: true });
});

test('S1: when a phone has its receipt, the operation is in the file, for whoever opens it next', async () => {
  await recordHelp(hoa.db, hoa.clock, eveningInThon2());
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  const another = openSqlite(join(folder, 'province.db'));
  expect(await another.selectFrom('operation').select(['device', 'seq', 'number']).execute()).toEqual([
    { device: hoa.device, seq: 1, number: 1 },
  ]);
  await another.destroy();
});

test('S1: a batch that could not be committed is not acknowledged, and is sent again', async () => {
  const another = openSqlite(join(folder, 'province.db'));
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
