import { afterEach, beforeEach, expect, test } from 'vitest';
import { conflicts } from '#model/record.ts';
import { officialFigure, figureValue } from '#model/records/official-figure.ts';
import { target, targetValue } from '#model/records/target.ts';
import { outbox } from '#store/outbox.ts';
import { recordById } from '#store/records.ts';
import { view, wantView } from '#store/views.ts';
import { writeRecord, writeRecords } from '#store/write-record.ts';
import { clockAt, type SetClock } from '../support/clock.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

const ofThon2 = 'target:VNEID_CAI:18124-02:2026-11';

let clock: SetClock;
let province: TestProvince;
let hoa: SyncedPhone;
let officer: SyncedPhone;
let colleague: SyncedPhone;
beforeEach(async () => {
  clock = clockAt();
  province = await createProvince({ clock });
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'));
  officer = await syncedPhone(province, await province.person('communeOfficer', '18124', 'Phan Đình Lộc'));
  colleague = await syncedPhone(province, await province.person('communeOfficer', '18124', 'Hồ Thị Tâm'));
});
afterEach(async () => {
  for (const phone of [hoa, officer, colleague]) await phone.switchOff();
  await province.close();
});

const set = ({ db, clock: at }: SyncedPhone, value: number) =>
  writeRecord(db, at, target, '18124-02', { record: ofThon2, set: { value, way: 'hand' } });
const valueAt = async ({ db }: SyncedPhone, id = ofThon2) => targetValue((await recordById(db, id))?.record);

test('a number shared out by the commune reaches each village, and each reads its own and no other', async () => {
  const { db, clock: at } = officer;
  const given = [18, 22].map((value, place) => {
    const unit = `18124-0${place + 1}`;
    return { unit, record: `target:VNEID_CAI:${unit}:2026-11`, set: { value, way: 'population' } };
  });
  expect(await writeRecords(db, at, target, given)).toMatchObject({ kind: 'saved' });
  await officer.sync();
  await hoa.sync();
  expect(await valueAt(hoa)).toBe(22);
  expect(await recordById(hoa.db, 'target:VNEID_CAI:18124-01:2026-11')).toBeUndefined();
  expect((await outbox(db)).waiting).toEqual([]);
});

test('M2: two officers set one target offline: everybody has both numbers, until one of them chooses', async () => {
  await set(officer, 50);
  colleague.clock.pass(60_000);
  await set(colleague, 60);
  for (const phone of [officer, colleague, officer, hoa]) await phone.sync();
  for (const phone of [officer, colleague, hoa]) {
    expect(await valueAt(phone)).toBe(60);
    expect(conflicts((await recordById(phone.db, ofThon2))!.record)).toContain('value');
  }
  await set(officer, 50);
  for (const phone of [officer, colleague, hoa]) await phone.sync();
  for (const phone of [officer, colleague, hoa]) {
    expect(await valueAt(phone)).toBe(50);
    expect(conflicts((await recordById(phone.db, ofThon2))!.record)).not.toContain('value');
  }
});

test('a month that is over when the work arrives stays as it was, and the officer is told why', async () => {
  await set(officer, 50);
  clock.pass(7 * 86_400_000);
  await officer.sync();
  await hoa.sync();
  expect(await valueAt(hoa)).toBeUndefined();
  expect((await outbox(officer.db)).attention).toMatchObject([{ refusal: { code: 'target-period-past' } }]);
});

test('the police’s figure of the commune is read by its villages, and by the province on its page', async () => {
  const { db, clock: at } = officer;
  const record = 'official:TK_MUC2:18124:2026-11';
  await writeRecord(db, at, officialFigure, '18124', { record, set: { count: 1204, asOf: '2026-11-10' } });
  await officer.sync();
  await hoa.sync();
  expect(figureValue((await recordById(hoa.db, record))?.record)).toEqual({ count: 1204, asOf: '2026-11-10' });
  const above = await syncedPhone(province, await province.person('provinceOfficer', '42'));
  const page = '/api/records?type=official-figure&unit=42';
  await wantView(above.db, above.clock, page);
  await above.sync();
  expect((await view(above.db, page))?.body).toMatchObject({ records: [{ id: record, unit: '18124' }] });
  await above.switchOff();
});
