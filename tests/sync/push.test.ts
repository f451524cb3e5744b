import { afterEach, beforeEach, expect, test } from 'vitest';
import { comparison } from '#store/comparison.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { link } from '#store/link.ts';
import { outbox, unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { renewDevice } from '#server/storage/devices.ts';
import { rebuildSums } from '#server/storage/rebuild.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { fates, type Fate } from '../support/network.ts';
import { monthsOfWork } from '../support/months-of-work.ts';
import { createProvince, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';

let province: TestProvince;
let hoa: SyncedPhone;
beforeEach(async () => {
  province = await createProvince();
  hoa = await syncedPhone(province, await province.person('villageMember', '18124-02', 'Lê Thị Hoa'));
});
afterEach(async () => {
  await hoa.switchOff();
  await province.close();
});

const save = async (many: number, phone = hoa) => {
  for (let i = 0; i < many; i++) await recordHelp(phone.db, phone.clock, eveningInThon2({ counts: { VNEID_CAI: 1 } }));
};
const installedAtProvince = async () => {
  const { rows } = {
    rows: await province.db.selectFrom('rollup').selectAll().where('unit_id', '=', '18124-02').execute(),
  };
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
};
const pushes = () => hoa.network.asked.filter(({ request }) => request.url === '/api/push');
const afterFates = async (list: Fate[], many = 3) => {
  hoa.fate(fates(list, '/api/push'));
  await save(many);
  await hoa.sync();
};

test('P6: what was saved without a network goes out by itself when the network is back, and counts once', async () => {
  await afterFates([{ kind: 'lost' }, { kind: 'lost' }]);
  expect((await outbox(hoa.db)).waiting).toHaveLength(3);
  expect(await link(hoa.db)).toMatchObject({ trouble: { kind: 'unreachable' }, lastSucceededAt: expect.any(Number) });
  await hoa.wait(1000);
  expect((await outbox(hoa.db)).waiting).toHaveLength(3);
  await hoa.wait(2000);
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedAtProvince()).toBe(3);
});

test('P3: an entry sent twice because the reply was lost counts once', async () => {
  await afterFates([{ kind: 'reply-lost' }]);
  expect((await outbox(hoa.db)).waiting).toHaveLength(3);
  expect(await installedAtProvince()).toBe(3);
  await hoa.wait(1000);
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedAtProvince()).toBe(3);
});

test('P3: a copy of a batch that arrives when the phone has long gone on changes nothing', async () => {
  await afterFates([{ kind: 'late' }, { kind: 'twice' }]);
  await hoa.wait(1000);
  await save(2);
  await hoa.sync();
  while (await hoa.network.deliverLate(() => 0));
  await hoa.sync();
  expect(await installedAtProvince()).toBe(5);
  expect(await comparison(hoa.db)).toMatchObject({ differences: [] });
});

test('P4: after sending, the phone has held its journal against the sums of the province', async () => {
  await save(4);
  await hoa.sync();
  expect(await comparison(hoa.db)).toMatchObject({
    through: 4,
    differences: [],
    held: { '2026-11': { VNEID_CAI: 4 } },
  });
});

test('P4: sums that the province has lost are named, with what the phone has', async () => {
  await save(4);
  await hoa.sync();
  await province.db.updateTable('device_total').set({ total: 3 }).execute();
  await hoa.sync();
  expect((await comparison(hoa.db))?.differences).toEqual([
    { period: '2026-11', measure: 'VNEID_CAI', phone: 4, province: 3 },
  ]);
});

test('P5: an operation that the province refuses is kept with its reason, and the next ones go on', async () => {
  hoa.fate(() => ({ kind: 'lost' }));
  await save(2);
  await recordHelp(hoa.db, hoa.clock, eveningInThon2({ date: '2026-10-20', counts: { VNEID_CAI: 7 } }));
  await recordHelp(hoa.db, hoa.clock, eveningInThon2({ date: '2026-10-10', counts: { VNEID_CAI: 9 } }));
  await save(1);
  const officer = await province.person('communeOfficer', '18124');
  await closePeriod(province.db, { commune: '18124', period: '2026-10', by: officer.id, at: 1_794_480_000 });
  hoa.fate(() => ({ kind: 'through' }));
  await hoa.sync();
  const { waiting, attention } = await outbox(hoa.db);
  expect(waiting).toEqual([]);
  expect(attention).toMatchObject([{ seq: 4, refusal: { code: 'period-closed', params: { period: '2026-10' } } }]);
  expect(await installedAtProvince()).toBe(10);
  expect((await comparison(hoa.db))?.differences).toEqual([]);
});

test('P2, P6: ten thousand operations take at most six requests', async () => {
  await monthsOfWork(hoa, 10_000);
  hoa.network.asked.length = 0;
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await province.db.selectFrom('entry').select('id').execute()).toHaveLength(10_000);
  expect(hoa.network.asked.length).toBeLessThanOrEqual(6);
}, 60_000);

test('P6: a batch that something on the way finds too large is halved until it passes', async () => {
  const most = 900;
  hoa.fate(({ url, body }) =>
    url === '/api/push' && body!.length > most
      ? { kind: 'refused', status: 413, refusal: { code: 'body-too-large', params: { most } } }
      : { kind: 'through' },
  );
  await monthsOfWork(hoa, 300);
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(pushes().filter(({ fate }) => fate === 'refused').length).toBeGreaterThan(0);
  expect(pushes().length).toBeLessThan(40);
});

test('P6: a time-out halves the batch, waits, and goes on', async () => {
  await afterFates([{ kind: 'late' }, { kind: 'late' }], 40);
  for (let i = 0; i < 4; i++) await hoa.wait(5000);
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedAtProvince()).toBe(40);
});

test('P6: tries wait longer each time, at most five minutes, and never give up', async () => {
  hoa.fate(() => ({ kind: 'lost' }));
  await save(1);
  await hoa.sync();
  const waits: number[] = [];
  for (let i = 0; i < 14; i++) {
    const { nextTryAt } = await link(hoa.db);
    waits.push(nextTryAt! - hoa.clock.now());
    await hoa.wait(waits[i]!);
  }
  expect(waits.slice(0, 4)).toEqual([750, 1500, 3000, 6000]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  expect(waits[13]).toBeGreaterThanOrEqual(150_000);
  hoa.fate(() => ({ kind: 'through' }));
  await hoa.wait(300_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('P6: a busy province is not asked again before it wants to be, however often we are woken', async () => {
  hoa.fate(
    fates(
      [{ kind: 'refused', status: 503, refusal: { code: 'province-busy', params: {} }, retryAfter: 120 }],
      '/api/push',
    ),
  );
  await save(1);
  await hoa.sync();
  const asked = pushes().length;
  await hoa.sync();
  await hoa.wait(60_000);
  await hoa.sync();
  expect(pushes().length).toBe(asked);
  await hoa.wait(60_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('M3, P6: a clock set back by thirty days does not hold the phone off for thirty days (seed 323)', async () => {
  hoa.fate(
    fates(
      [{ kind: 'refused', status: 503, refusal: { code: 'province-busy', params: {} }, retryAfter: 120 }],
      '/api/push',
    ),
  );
  await save(1);
  await hoa.sync();
  hoa.clock.misset(-30 * 24 * 3600_000);
  await hoa.wait(120_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('P6: whoever asks not to be asked for a day is asked again after a quarter of an hour', async () => {
  hoa.fate(
    fates(
      [{ kind: 'refused', status: 503, refusal: { code: 'province-busy', params: {} }, retryAfter: 24 * 3600 }],
      '/api/push',
    ),
  );
  await save(1);
  await hoa.sync();
  await hoa.wait(15 * 60_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test('a stale token stops the tries and loses nothing: after signing in again all goes out', async () => {
  await province.db.updateTable('device').set({ token_hash: 'another' }).execute();
  await save(2);
  await hoa.sync();
  expect(await link(hoa.db)).toMatchObject({ trouble: { refusal: { code: 'token-stale' } }, nextTryAt: null });
  const asked = hoa.network.asked.length;
  await hoa.wait(24 * 3600_000);
  expect(hoa.network.asked.length).toBe(asked);
  expect((await outbox(hoa.db)).waiting).toHaveLength(2);

  const fresh = 'a-fresh-token-of-the-right-length';
  await renewDevice(province.db, hoa.device, fresh, 1_794_480_000);
  const me = (await hoa.db.notebook.get('me'))!;
  if (me.key === 'me') await hoa.db.notebook.put({ ...me, token: fresh });
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
});

test("a captive portal's page and a half reply are no receipt", async () => {
  await afterFates([{ kind: 'portal' }, { kind: 'reply-cut', part: 0.7 }, { kind: 'cut', part: 0.5 }]);
  expect((await outbox(hoa.db)).waiting).toHaveLength(3);
  expect(await link(hoa.db)).toMatchObject({ trouble: { kind: 'unreachable' } });
  for (let i = 0; i < 3; i++) await hoa.wait(10_000);
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedAtProvince()).toBe(3);
});

test('P1: of two tabs one talks to the province; when it is closed the other goes on', async () => {
  const second = hoa.openTab();
  const [first] = hoa.tabs;
  await save(1);
  await recordHelp(second.db, hoa.clock, eveningInThon2({ counts: { VNEID_CAI: 1 } }));
  const before = pushes().length;
  await hoa.sync();
  expect(pushes().length - before).toBe(1);
  await first!.close();
  await recordHelp(second.db, hoa.clock, eveningInThon2({ counts: { VNEID_CAI: 1 } }));
  await hoa.sync();
  expect(await unsettledCount(second.db)).toBe(0);
  expect(await installedAtProvince()).toBe(3);
});

test('I1: what is saved while a batch is under way waits for the next, and none is skipped', async () => {
  const nam = await province.person('villageMember', '18124-02', 'Trần Văn Nam');
  let left = 3;
  const phone: SyncedPhone = await syncedPhone(province, nam, {
    meanwhile: async ({ url }) => {
      if (url === '/api/push' && left-- > 0) await save(2, phone);
    },
  });
  await save(1, phone);
  await phone.sync();
  expect(await unsettledCount(phone.db)).toBe(0);
  expect(await installedAtProvince()).toBe(7);
  await phone.switchOff();
});

test('T1: a province restored from an old backup gets again what it lost', async () => {
  await save(3);
  await hoa.sync();
  await correctEntry(hoa.db, hoa.clock, {
    entry: `${hoa.device}-1`,
    content: eveningInThon2({ counts: { VNEID_CAI: 5 } }),
    reason: 'Đếm thiếu',
  });
  await hoa.sync();
  // As of the backup, the province had only the first operation.
  await province.db.deleteFrom('operation').where('seq', '>', 1).execute();
  await province.db.updateTable('device').set({ highest_seq: 1 }).execute();
  await province.db.updateTable('commune_head').set({ head: 1 }).execute();
  await province.db.deleteFrom('entry').execute();
  await province.db.transaction().execute(rebuildSums);
  expect(await installedAtProvince()).toBe(1);
  await save(1);
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await installedAtProvince()).toBe(8);
  expect((await comparison(hoa.db))?.differences).toEqual([]);
});

test('P6: a phone and a province that have both forgotten a refused operation do not stop at its missing seq', async () => {
  await save(1);
  const officer = await province.person('communeOfficer', '18124');
  await recordHelp(hoa.db, hoa.clock, eveningInThon2({ date: '2026-10-10', counts: { VNEID_CAI: 9 } }));
  await save(1);
  await closePeriod(province.db, { commune: '18124', period: '2026-10', by: officer.id, at: 1_794_480_000 });
  await hoa.sync();
  expect((await outbox(hoa.db)).attention).toMatchObject([{ seq: 2 }]);
  // The phone is put back and reads back what was accepted; the province is put back to before any of it.
  await hoa.db.ownOperations.delete([hoa.device, 2]);
  for (const table of ['operation', 'entry', 'rollup', 'device_total', 'activity'] as const)
    await province.db.deleteFrom(table).execute();
  await province.db.updateTable('device').set({ highest_seq: 0 }).execute();
  await save(1);
  await hoa.sync();
  expect(await unsettledCount(hoa.db)).toBe(0);
  expect(await outbox(hoa.db)).toMatchObject({ waiting: [], attention: [], through: 4 });
  expect(await installedAtProvince()).toBe(3);
});
