import { afterEach, beforeEach, expect, test } from 'vitest';
import { setAside, sendAgain } from '#store/send-again.ts';
import { comparison } from '#store/comparison.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { entryById, teamTotals } from '#store/journal.ts';
import { outbox, unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { reportFor } from '#server/storage/report.ts';
import { takeStep } from '#server/storage/report-commands.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

const period = '2026-10';
const unit = '18124';
let province: TestProvince;
let officer: Phone;
let hoa: SyncedPhone;
let nam: SyncedPhone;

beforeEach(async () => {
  province = await createProvince();
  officer = await province.phone('communeOfficer');
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'));
  nam = await syncedPhone(province, await province.person('villageLead', '18124-02', 'Phan Văn Nam'));
});
afterEach(async () => {
  await hoa.switchOff();
  await nam.switchOff();
  await mustBeSound(province.db);
  await province.close();
});

const offline = (phone: SyncedPhone) => phone.fate(() => ({ kind: 'lost' }));
const online = async (phone: SyncedPhone) => {
  phone.fate(() => ({ kind: 'through' }));
  await phone.sync();
};
const log = (count: number, date = '2026-10-10', phone = hoa) =>
  recordHelp(phone.db, phone.clock, eveningInThon2({ date, counts: { VNEID_CAI: count } }));
const page = () => reportFor(province, officer, { unit, period });
const steps = async () => (await page()).steps.length;
const close = async () => takeStep(province, officer, { command: 'close', unit, period, known: await steps() });
const amend = async (operations: string[]) =>
  takeStep(province, officer, { command: 'amend', unit, period, known: await steps(), reason: 'Mất sóng', operations });
const name = (seq: number) => `${hoa.device}-${seq}`;
const installed = async () => (await page()).figures.totals['VNEID_CAI'] ?? 0;
const onPhone = async (phone = hoa) => (await teamTotals(phone.db, period))['VNEID_CAI'] ?? 0;

/** One entry of seven, logged without a signal and refused because the period was closed meanwhile. */
const aLateOne = async () => {
  offline(hoa);
  await log(7);
  await close();
  await online(hoa);
};

test('S3: what came late is listed, enters by a numbered amendment, and its phone has it received', async () => {
  await aLateOne();
  expect((await outbox(hoa.db)).attention).toMatchObject([{ seq: 1, refusal: { code: 'period-closed' } }]);
  expect((await page()).late).toMatchObject([
    {
      operation: name(1),
      unit: '18124-02',
      by: 'Lê Thị Hoa',
      date: '2026-10-10',
      counts: { VNEID_CAI: 7 },
      twin: null,
    },
  ]);
  expect(await installed()).toBe(0);

  const amended = await amend([name(1)]);
  expect(amended).toMatchObject({
    standing: 'closed',
    figures: { totals: { VNEID_CAI: 7 }, closed: true },
    late: [],
    amendments: [
      {
        number: 1,
        reason: 'Mất sóng',
        operations: [{ operation: name(1) }],
        difference: [
          { unit: '18124', measure: 'VNEID_CAI', before: 0, after: 7 },
          { unit: '18124-02', measure: 'VNEID_CAI', before: 0, after: 7 },
        ],
      },
    ],
  });
  await hoa.sync();
  await nam.sync();
  expect(await outbox(hoa.db)).toMatchObject({ waiting: [], attention: [] });
  expect(await entryById(hoa.db, name(1))).toMatchObject({ unsettled: 0, steps: [{ where: 'received' }] });
  expect(await comparison(hoa.db)).toMatchObject({ differences: [], held: { [period]: { VNEID_CAI: 7 } } });
  expect([await onPhone(hoa), await onPhone(nam)]).toEqual([7, 7]);
});

test('S3: a late record takes its correction along, and one that was withdrawn again changes nothing', async () => {
  offline(hoa);
  await log(7);
  await correctEntry(hoa.db, hoa.clock, {
    entry: name(1),
    content: eveningInThon2({ date: '2026-10-10', counts: { VNEID_CAI: 5 } }),
    reason: 'Nhầm',
  });
  await log(3);
  await withdrawEntry(hoa.db, hoa.clock, { entry: name(3), reason: 'Trùng' });
  await close();
  await online(hoa);
  expect((await page()).late).toMatchObject([{ operation: name(1), counts: { VNEID_CAI: 5 } }]);
  await amend([name(1)]);
  expect(await installed()).toBe(5);
  await hoa.sync();
  expect(await onPhone()).toBe(5);
  expect((await comparison(hoa.db))?.differences).toEqual([]);
  expect((await outbox(hoa.db)).attention.map(({ seq }) => seq)).toEqual([3, 4]);
});

test('S3: late corrections and withdrawals enter too, one after another', async () => {
  await log(4);
  await log(6);
  await hoa.sync();
  offline(hoa);
  await correctEntry(hoa.db, hoa.clock, {
    entry: name(1),
    content: eveningInThon2({ date: '2026-10-10', counts: { VNEID_CAI: 9 } }),
    reason: 'Thiếu',
  });
  await withdrawEntry(hoa.db, hoa.clock, { entry: name(2), reason: 'Trùng' });
  await close();
  await online(hoa);
  expect((await page()).late.map(({ counts }) => counts)).toEqual([{ VNEID_CAI: 5 }, { VNEID_CAI: -6 }]);
  await amend([name(3)]);
  expect(await installed()).toBe(15);
  expect((await amend([name(4)])).amendments.map(({ number }) => number)).toEqual([1, 2]);
  expect(await installed()).toBe(9);
  await hoa.sync();
  expect(await onPhone()).toBe(9);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('P5: what its person sent anew on another day counts once, whichever of the two the province hears of first', async () => {
  await aLateOne();
  offline(hoa);
  // The day was wrong: it belongs to the open period.
  await correctEntry(hoa.db, hoa.clock, {
    entry: name(1),
    content: eveningInThon2({ counts: { VNEID_CAI: 7 } }),
    reason: 'Nhầm ngày',
  });
  await amend([name(1)]);
  await online(hoa);
  expect((await outbox(hoa.db)).attention).toMatchObject([
    { seq: 2, refusal: { code: 'accepted-meanwhile', params: { operation: name(1) } } },
  ]);
  expect(await installed()).toBe(7);
  expect((await reportFor(province, officer, { period: '2026-11' })).figures.totals).toEqual({});
  await sendAgain(hoa.db, hoa.clock, { device: hoa.device, seq: 2 });
  await hoa.sync();
  expect((await outbox(hoa.db)).attention).toMatchObject([{ seq: 3, refusal: { code: 'accepted-meanwhile' } }]);
  expect((await comparison(hoa.db))?.differences).toEqual([]);
});

test('P5: once the new one is there, the late one is not listed and not taken', async () => {
  await aLateOne();
  await correctEntry(hoa.db, hoa.clock, {
    entry: name(1),
    content: eveningInThon2({ counts: { VNEID_CAI: 7 } }),
    reason: 'Nhầm ngày',
  });
  await hoa.sync();
  expect((await page()).late).toEqual([]);
  await expect(amend([name(1)])).rejects.toMatchObject({ code: 'amendment-unfit', params: { operation: name(1) } });
  expect((await reportFor(province, officer, { period: '2026-11' })).figures.totals).toEqual({ VNEID_CAI: 7 });
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test.each(['set aside', 'withdrawn'])(
  'P5: what was %s on the phone is told, and is not taken in any more',
  async (how) => {
    await aLateOne();
    if (how === 'set aside') await setAside(hoa.db, hoa.clock, { device: hoa.device, seq: 1 });
    else await withdrawEntry(hoa.db, hoa.clock, { entry: name(1), reason: 'Nhầm' });
    expect((await outbox(hoa.db)).waiting).toEqual([]);
    await hoa.sync();
    expect((await page()).late).toEqual([]);
    await expect(amend([name(1)])).rejects.toMatchObject({ code: 'amendment-unfit' });
    expect(await onPhone()).toBe(0);
    expect(await unsettledCount(hoa.db)).toBe(0);
  },
);

test('P5: taken in before its person let it go, it counts on both sides, once', async () => {
  await aLateOne();
  offline(hoa);
  await setAside(hoa.db, hoa.clock, { device: hoa.device, seq: 1 });
  await amend([name(1)]);
  await online(hoa);
  expect([await installed(), await onPhone()]).toEqual([7, 7]);
  expect((await comparison(hoa.db))?.differences).toEqual([]);
});

test('S3: of two that an older app sent one after the other, saying the same, only one is taken', async () => {
  await aLateOne();
  // An older app does not name what it says anew, and did not know that the period was closed.
  const said = { device: hoa.device, seq: 2, unit: '18124-02' };
  await province.db.updateTable('operation').set({ received_at: 1_794_480_000 }).execute();
  const phone = { ...officer, person: hoa.person, device: hoa.device, commune: unit };
  await province.push(phone, [record(eveningInThon2({ date: '2026-10-10', counts: { VNEID_CAI: 7 } }), said)]);
  expect((await page()).late.map(({ operation, twin }) => [operation, twin])).toEqual([
    [name(1), null],
    [name(2), name(1)],
  ]);
  await expect(amend([name(1), name(2)])).rejects.toMatchObject({
    code: 'amendment-unfit',
    params: { operation: name(2) },
  });
  await amend([name(1)]);
  await expect(amend([name(2)])).rejects.toMatchObject({ code: 'amendment-unfit' });
  expect(await installed()).toBe(7);
});

test('M1: a late correction does not undo one that was made after it', async () => {
  await log(4, '2026-11-10');
  await hoa.sync();
  offline(hoa);
  const correct = (count: number, date: string) =>
    correctEntry(hoa.db, hoa.clock, {
      entry: name(1),
      content: eveningInThon2({ date, counts: { VNEID_CAI: count } }),
      reason: 'Nhầm',
    });
  await correct(8, '2026-10-10');
  await correct(5, '2026-11-10');
  await close();
  await online(hoa);
  expect((await page()).late).toMatchObject([{ operation: name(2), hindrance: 'corrected-since', counts: {} }]);
  await expect(amend([name(2)])).rejects.toMatchObject({ code: 'amendment-unfit' });
  expect((await reportFor(province, officer, { period: '2026-11' })).figures.totals).toEqual({ VNEID_CAI: 5 });
});

test('S3: an amendment of nothing, of what is not late, or before closing is refused in a sentence', async () => {
  await expect(amend([name(1)])).rejects.toMatchObject({ code: 'report-not-closed' });
  await log(7);
  await hoa.sync();
  await close();
  await expect(amend([])).rejects.toMatchObject({ code: 'amendment-empty' });
  await expect(amend([name(1)])).rejects.toMatchObject({ code: 'amendment-unfit' });
  await expect(amend(['9-9'])).rejects.toMatchObject({ code: 'amendment-unfit', params: { operation: '9-9' } });
  expect((await page()).steps).toHaveLength(1);
});

test('S3: what breaks another rule as well is listed with its reason and taken by nobody', async () => {
  offline(hoa);
  await log(7);
  await close();
  await online(hoa);
  await province.db.updateTable('unit').set({ valid_from: '2026-11-01' }).where('id', '=', '18124-02').execute();
  expect((await page()).late).toMatchObject([{ hindrance: 'date-outside-unit', counts: {} }]);
  await expect(amend([name(1)])).rejects.toMatchObject({ code: 'amendment-unfit' });
});
