import { afterEach, beforeEach, expect, test } from 'vitest';
import { movePerson } from '#server/storage/memberships.ts';
import { teamTotals, myTotals } from '#store/journal.ts';
import { comparison } from '#store/comparison.ts';
import { recordHelp } from '#store/record-help.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { situation } from '#store/situation.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { counted } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

let province: TestProvince;
let hoa: SyncedPhone;
const helped = (date: string, count: number) => eveningInThon2({ date, counts: { VNEID_CAI: count } });
const log = (date: string, count: number) => recordHelp(hoa.db, hoa.clock, helped(date, count));
const moveTo = (unit: string, on = '2026-11-12') =>
  province.db.transaction().execute((tx) => movePerson(tx, { person: hoa.person.id, unit, role: 'villageMember' }, on));
const colleague = async (unit: string, count: number) => {
  const phone = await province.phone('villageMember', unit);
  await province.push(phone, [record(helped('2026-11-11', count), { device: phone.device, seq: 1, unit })]);
};

beforeEach(async () => {
  province = await createProvince({ clock: { now: () => thatEvening } });
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Nguyễn Thị Hoa'));
});
afterEach(async () => {
  await hoa.switchOff();
  await mustBeSound(province.db);
  await province.close();
});

test.each(['18124-03', '18127-01'])(
  'T4: moved to %s while offline, the phone delivers what was done in the old village there, and goes on in the new one',
  async (there) => {
    await colleague('18124-02', 100);
    await colleague(there, 400);
    await log('2026-11-10', 1);
    await hoa.sync();
    expect(await teamTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 101 });

    await log('2026-11-11', 2);
    await log('2026-11-12', 4);
    await moveTo(there);
    await hoa.sync();

    expect((await situation(hoa.db))?.person.unit).toBe(there);
    expect(await counted(province, '18124-02', 'VNEID_CAI')).toBe(107);
    expect(await counted(province, there, 'VNEID_CAI')).toBe(400);
    // The new team's work is here, the old team's is not, and the own is all there.
    expect(await teamTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 400 });
    expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 7 });
    expect(await hoa.db.entries.count()).toBe(4);

    // Today counts here, the day before the move still there; an old number is put right where it was.
    expect(await log('2026-11-12', 8)).toMatchObject({ kind: 'saved' });
    expect(await log('2026-11-09', 16)).toMatchObject({ kind: 'saved' });
    const first = { entry: `${hoa.device}-1`, content: helped('2026-11-10', 32), reason: 'Ghi thiếu' };
    expect(await correctEntry(hoa.db, hoa.clock, first)).toMatchObject({ kind: 'saved' });
    await hoa.sync();
    expect(await counted(province, there, 'VNEID_CAI')).toBe(408);
    expect(await counted(province, '18124-02', 'VNEID_CAI')).toBe(100 + 2 + 4 + 16 + 32);
    expect(await hoa.db.ownOperations.where('state').notEqual('received').count()).toBe(0);
    expect((await comparison(hoa.db))?.differences).toEqual([]);
  },
);

test('T4: what was logged for the old village after the move, before the phone knew, waits with a reason; sent again it counts here', async () => {
  await moveTo('18124-03', '2026-11-10');
  await log('2026-11-12', 2);
  await hoa.sync();
  const [row] = await hoa.db.ownOperations.where('state').equals('refused').toArray();
  expect(row).toMatchObject({ refusal: { code: 'unit-left', params: { until: '2026-11-10' } } });
  const { sendAgain } = await import('#store/send-again.ts');
  expect(await sendAgain(hoa.db, hoa.clock, row!)).toMatchObject({ kind: 'saved' });
  await hoa.sync();
  expect(await counted(province, '18124-03', 'VNEID_CAI')).toBe(2);
  expect(await counted(province, '18124-02', 'VNEID_CAI')).toBe(0);
});

test('T4: an own entry of the old village that its lead put right meanwhile is told, and the sums agree', async () => {
  await log('2026-11-11', 2);
  await hoa.sync();
  await moveTo('18124-03');
  await hoa.sync();
  const lead = await province.phone('villageLead', '18124-02');
  const { correction } = await import('../support/operations.ts');
  await province.push(lead, [
    correction(`${hoa.device}-1`, helped('2026-11-11', 5), { device: lead.device, seq: 1, unit: '18124-02' }),
  ]);
  await hoa.sync();
  expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 5 });
  expect((await comparison(hoa.db))?.differences).toEqual([]);
});
