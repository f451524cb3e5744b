import { afterEach, beforeEach, expect, test } from 'vitest';
import { correctEntry } from '#store/correct-entry.ts';
import { entryById, myTotals, teamTotals } from '#store/journal.ts';
import { comparison } from '#store/comparison.ts';
import { readBack } from '#store/read-back.ts';
import { recordHelp } from '#store/record-help.ts';
import { recovery, seenRecovery } from '#store/recovery.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';
import { view, wantView } from '#store/views.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { fates } from '../support/network.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

const installed = (many: number) => eveningInThon2({ counts: { VNEID_CAI: many } });

let province: TestProvince;
let hoa: SyncedPhone;
let lead: SyncedPhone;
beforeEach(async () => {
  province = await createProvince();
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'));
  lead = await syncedPhone(province, await province.person('villageLead', '18124-02', 'Trần Văn Nam'));
});
afterEach(async () => {
  await hoa.switchOff();
  await lead.switchOff();
  await province.close();
});

test("M1, L2: two phones of a team add up, and each has the other's entries", async () => {
  await recordHelp(hoa.db, hoa.clock, installed(6));
  await recordHelp(lead.db, lead.clock, installed(4));
  for (const phone of [hoa, lead, hoa]) await phone.sync();
  expect(await teamTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 10 });
  expect(await teamTotals(lead.db, '2026-11')).toEqual({ VNEID_CAI: 10 });
  expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 6 });
});

test("L2: a phone is given nothing of another village, though the commune's numbers go through its cursor", async () => {
  const elsewhere = await syncedPhone(province, await province.person('villageMember', '18124-01'));
  await recordHelp(elsewhere.db, elsewhere.clock, installed(9));
  await elsewhere.sync();
  await hoa.sync();
  expect(await teamTotals(hoa.db, '2026-11')).toEqual({});
  expect((await session(hoa.db))!.cursor).toBe(1);
  await elsewhere.switchOff();
});

test('L1: a page that was cut off or lost is asked for again, and nothing in it is skipped', async () => {
  for (let i = 0; i < 3; i++) await recordHelp(lead.db, lead.clock, installed(1));
  await lead.sync();
  hoa.fate(fates([{ kind: 'reply-lost' }, { kind: 'reply-cut', part: 0.6 }, { kind: 'portal' }], '/api/pull'));
  await hoa.sync();
  expect((await session(hoa.db))!.cursor).toBe(0);
  for (let i = 0; i < 3; i++) await hoa.wait(10_000);
  expect(await teamTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 3 });
  expect((await session(hoa.db))!.cursor).toBe(3);
});

test("L3: Hoa's unsent correction stays on top of what the lead withdrew meanwhile, and the province decides", async () => {
  const written = await recordHelp(hoa.db, hoa.clock, installed(6));
  if (written.kind !== 'saved') throw new Error('not saved');
  for (const phone of [hoa, lead]) await phone.sync();
  hoa.fate(() => ({ kind: 'lost' }));
  await correctEntry(hoa.db, hoa.clock, { entry: written.entry, content: installed(8), reason: 'Đếm thiếu' });
  await withdrawEntry(lead.db, lead.clock, { entry: written.entry, reason: 'Ghi trùng' });
  await lead.sync();
  // Her pull gets through, her push does not.
  hoa.fate(({ url }) => (url === '/api/push' ? { kind: 'lost' } : { kind: 'through' }));
  await hoa.sync();
  hoa.fate(() => ({ kind: 'through' }));
  await hoa.sync();
  expect(await hoa.db.ownOperations.get([hoa.device, 2])).toMatchObject({ state: 'refused' });
  await hoa.sync();
  expect((await entryById(hoa.db, written.entry))?.entry.withdrawal).toMatchObject({ reason: 'Ghi trùng' });
});

test('M3: a phone whose clock is a month wrong loses nothing and orders nothing', async () => {
  const written = await recordHelp(hoa.db, hoa.clock, installed(6));
  if (written.kind !== 'saved') throw new Error('not saved');
  for (const phone of [hoa, lead]) await phone.sync();
  lead.clock.pass(30 * 24 * 3600_000);
  await correctEntry(lead.db, lead.clock, { entry: written.entry, content: installed(7), reason: 'Đếm lại' });
  await lead.sync();
  await hoa.sync();
  hoa.clock.pass(-30 * 24 * 3600_000);
  await correctEntry(hoa.db, hoa.clock, {
    entry: written.entry,
    content: { ...installed(8), date: '2026-10-10' },
    reason: 'Nhầm ngày',
  });
  for (const phone of [hoa, lead]) await phone.sync();
  for (const phone of [hoa, lead]) expect(await teamTotals(phone.db, '2026-10')).toEqual({ VNEID_CAI: 8 });
});

test('T1: a phone that lost its work says so, of which days what came back is, and for how long until somebody has seen it', async () => {
  await recordHelp(hoa.db, hoa.clock, { ...installed(1), date: '2026-11-03' });
  await recordHelp(hoa.db, hoa.clock, { ...installed(2), date: '2026-11-09' });
  await hoa.sync();
  const me = (await session(hoa.db))!;
  await Promise.all([hoa.db.ownOperations.clear(), hoa.db.entries.clear()]);
  await hoa.db.notebook.put({ ...me, nextSeq: 1, cursor: 0 });
  expect(await recovery(hoa.db)).toBeUndefined();
  await hoa.sync();
  expect(await recovery(hoa.db)).toEqual({
    key: 'recovery',
    missing: 2,
    found: 2,
    first: '2026-11-03',
    last: '2026-11-09',
    finished: true,
  });
  await hoa.sync();
  expect(await recovery(hoa.db)).toBeDefined();
  await seenRecovery(hoa.db);
  await hoa.sync();
  expect(await recovery(hoa.db)).toBeUndefined();
});

test('T1: after the phone was wiped, the same person signs in anew and has the own entries again', async () => {
  await recordHelp(hoa.db, hoa.clock, installed(5));
  await hoa.sync();
  const anew = await syncedPhone(province, hoa.person);
  await anew.sync();
  expect(anew.device).not.toBe(hoa.device);
  expect(await myTotals(anew.db, '2026-11')).toEqual({ VNEID_CAI: 5 });
  await anew.switchOff();
});

test('P4: a person has phone and province compared anew: what was only lost on the phone is there again', async () => {
  await recordHelp(hoa.db, hoa.clock, installed(4));
  await recordHelp(hoa.db, hoa.clock, installed(3));
  await hoa.sync();
  // A row gone, as no rule of ours lets it go; the seqs are whole, so nothing but the sums tells.
  await hoa.db.ownOperations.delete([hoa.device, 2]);
  await hoa.db.entries.delete(`${hoa.device}-2`);
  await recordHelp(hoa.db, hoa.clock, installed(1));
  await hoa.sync();
  expect((await comparison(hoa.db))!.differences).toEqual([
    { period: '2026-11', measure: 'VNEID_CAI', phone: 5, province: 8 },
  ]);
  await readBack(hoa.db, hoa.clock);
  await hoa.sync();
  expect(await comparison(hoa.db)).toMatchObject({ differences: [], readBack: false });
  expect(await recovery(hoa.db)).toMatchObject({ found: 1, finished: true });
  expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 8 });
});

test('P4: what still differs after that is said to, and nothing on the phone was touched', async () => {
  await recordHelp(hoa.db, hoa.clock, installed(4));
  await hoa.sync();
  await province.db.updateTable('device_total').set({ total: 9 }).where('device', '=', hoa.device).execute();
  await hoa.sync();
  expect(await comparison(hoa.db)).toMatchObject({ differences: [{ phone: 4, province: 9 }], readBack: false });
  await readBack(hoa.db, hoa.clock);
  await hoa.sync();
  expect(await comparison(hoa.db)).toMatchObject({ differences: [{ phone: 4, province: 9 }], readBack: true });
  expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 4 });
});

test('T1: a phone put back to an old copy reads its own work back and goes on above it', async () => {
  for (let i = 0; i < 3; i++) await recordHelp(hoa.db, hoa.clock, installed(1));
  await hoa.sync();
  const me = (await session(hoa.db))!;
  await Promise.all([hoa.db.ownOperations.clear(), hoa.db.entries.clear()]);
  await hoa.db.notebook.put({ ...me, nextSeq: 1, cursor: 0 });
  await hoa.sync();
  expect(await myTotals(hoa.db, '2026-11')).toEqual({ VNEID_CAI: 3 });
  expect(await recordHelp(hoa.db, hoa.clock, installed(1))).toMatchObject({ kind: 'saved', seq: 4 });
  await hoa.sync();
  expect(await session(hoa.db)).toMatchObject({ holdsLess: false, nextSeq: 5 });
  expect(await province.db.selectFrom('entry').select('id').execute()).toHaveLength(4);
});

test('S3: a month closed by the commune is known on the phone after the next pull', async () => {
  const officer = await province.person('communeOfficer', '18124');
  await closePeriod(province.db, { commune: '18124', period: '2026-10', by: officer.id, at: 1_794_480_000 });
  await hoa.sync();
  expect((await situation(hoa.db))?.closed).toMatchObject([{ period: '2026-10' }]);
  expect(await recordHelp(hoa.db, hoa.clock, { ...installed(1), date: '2026-10-01' })).toMatchObject({
    faults: [{ code: 'period-closed' }],
  });
});

test('L2: an officer is given no entries; a page that a screen wants comes with the next round, or says why not', async () => {
  const officer = await syncedPhone(province, await province.person('communeOfficer', '18124'));
  await recordHelp(hoa.db, hoa.clock, installed(6));
  await hoa.sync();
  await wantView(officer.db, officer.clock, '/api/nothing-of-the-kind');
  await officer.sync();
  expect(await officer.db.entries.count()).toBe(0);
  expect(await view(officer.db, '/api/nothing-of-the-kind')).toMatchObject({
    fetchedAt: null,
    refusal: { code: 'not-found' },
  });
  await officer.switchOff();
});
