import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Figures } from '#protocol/figures.ts';
import { readAs } from '#protocol/read.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { figuresFor } from '#server/storage/figures.ts';
import { readSettings } from '#server/storage/settings.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

const now = thatEvening / 1000;

describe.each(databases)('figures from $name', ({ open }) => {
  let province: TestProvince;
  let time: number;
  const evening = (phone: Phone, seq: number, counts: Record<string, number>, date = '2026-11-12') =>
    record(eveningInThon2({ counts, date }), { device: phone.device, seq, unit: phone.person.unit });
  const figures = async (who: Phone, asked: { unit?: string; period?: string } = {}) => {
    const answer = await figuresFor(province, who, asked);
    expect(readAs(Figures, answer)).toEqual(answer);
    return answer;
  };
  const rowsOf = async (who: Phone, asked: { unit?: string; period?: string } = {}) =>
    Object.fromEntries((await figures(who, asked)).rows.map(({ unit, ...row }) => [unit.id, row]));

  beforeEach(async () => {
    time = thatEvening;
    province = await createProvince({ open, clock: { now: () => time } });
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('the commune officer sees the villages, the province officer the communes, and all of it adds up', async () => {
    const [one, two, other] = await Promise.all(
      ['18124-01', '18124-02', '18127-01'].map((unit) => province.phone('villageMember', unit)),
    );
    await province.push(one!, [evening(one!, 1, { VNEID_CAI: 3 })]);
    await province.push(two!, [evening(two!, 1, { VNEID_CAI: 4, DVC_HD: 1 }), evening(two!, 2, { DVC_HD: 2 })]);
    await province.push(other!, [evening(other!, 1, { VNEID_CAI: 50 })]);

    const commune = await figures(await province.phone('communeOfficer'));
    expect(commune).toMatchObject({
      unit: { id: '18124', name: 'Sơn Kim 1' },
      period: '2026-11',
      first: '2026-10-15',
      last: '2026-11-14',
      totals: { VNEID_CAI: 7, DVC_HD: 3 },
      entries: 3,
      teams: 3,
      teamsReported: 2,
      asOf: now,
    });
    expect(commune.rows.map(({ unit, totals }) => [unit.id, totals])).toEqual([
      ['18124-01', { VNEID_CAI: 3 }],
      ['18124-02', { VNEID_CAI: 4, DVC_HD: 3 }],
      ['18124-03', {}],
    ]);

    const whole = await figures(await province.phone('provinceOfficer'));
    expect(whole).toMatchObject({ totals: { VNEID_CAI: 57, DVC_HD: 3 }, entries: 4, teams: 5, teamsReported: 3 });
    expect(whole.rows.map(({ unit, totals, teams }) => [unit.id, totals, teams])).toEqual([
      ['18124', { VNEID_CAI: 7, DVC_HD: 3 }, 3],
      ['18127', { VNEID_CAI: 50 }, 2],
    ]);
  });

  test('a village sees its own sums and no rows', async () => {
    const hoa = await province.phone('villageMember');
    await province.push(hoa, [evening(hoa, 1, { VNEID_CAI: 4 })]);
    expect(await figures(hoa)).toMatchObject({
      unit: { id: '18124-02' },
      totals: { VNEID_CAI: 4 },
      entries: 1,
      teams: 1,
      teamsReported: 1,
      rows: [],
    });
  });

  test('nobody reads beyond the own subtree, nor learns which codes exist', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    for (const [who, unit] of [
      [hoa, '18124-01'],
      [hoa, '18124'],
      [hoa, '42'],
      [officer, '42'],
      [officer, '18127'],
      [officer, '18127-01'],
      [officer, '99999'],
      [officer, "' or 1=1 --"],
      [officer, '18124\0'],
    ] as const)
      await expect(figures(who, { unit })).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    const above = await province.phone('provinceOfficer');
    expect((await figures(above, { unit: '18127-02' })).unit.id).toBe('18127-02');
  });

  test('a code that only begins like the own one is another unit', async () => {
    await province.unit('18124-021', '18124');
    const hoa = await province.phone('villageMember', '18124-02');
    await expect(figures(hoa, { unit: '18124-021' })).rejects.toMatchObject({ code: 'unit-out-of-scope' });
  });

  test('S2: a correction, a move to another period and a withdrawal show at once, also in who has reported', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    const named = (seq: number) => ({ device: hoa.device, seq, unit: '18124-02' });
    await province.push(hoa, [evening(hoa, 1, { VNEID_CAI: 4 }), evening(hoa, 2, { VNEID_CAI: 1 })]);
    await province.push(hoa, [
      correction(`${hoa.device}-1`, eveningInThon2({ counts: { VNEID_CAI: 9 }, date: '2026-10-14' }), named(3)),
      withdrawal(`${hoa.device}-2`, named(4)),
    ]);
    expect((await rowsOf(officer))['18124-02']).toMatchObject({ totals: {}, entries: 0, teamsReported: 0 });
    expect((await rowsOf(officer, { period: '2026-10' }))['18124-02']).toMatchObject({
      totals: { VNEID_CAI: 9 },
      entries: 1,
      teamsReported: 1,
    });
  });

  test('how fresh: when the last entry came, when a phone was last heard of, and what it said it still held', async () => {
    const hoa = await province.phone('villageMember');
    const lan = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    await province.push(hoa, [evening(hoa, 1, { VNEID_CAI: 4 })], 4);
    time += 3_600_000;
    await province.push(lan, [], 2);
    expect((await rowsOf(officer))['18124-02']).toMatchObject({
      lastReceivedAt: now,
      lastWordAt: now,
      devicesSeenAt: now + 3600,
      devicesWaiting: 5,
    });
    expect((await rowsOf(officer, { period: '2026-10' }))['18124-02']).toMatchObject({
      lastReceivedAt: null,
      lastWordAt: now,
    });
    expect((await rowsOf(officer))['18124-03']).toMatchObject({
      lastReceivedAt: null,
      lastWordAt: null,
      devicesSeenAt: null,
      devicesWaiting: 0,
    });
    expect(await figures(officer)).toMatchObject({ lastReceivedAt: now, devicesSeenAt: now + 3600, devicesWaiting: 5 });
    const above = await province.phone('provinceOfficer');
    expect((await rowsOf(above))['18124']).toMatchObject({ devicesSeenAt: now + 3600, devicesWaiting: 5 });
  });

  test('a phone that is revoked, or whose person is disabled, keeps nobody waiting', async () => {
    const hoa = await province.phone('villageMember');
    const lan = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    await province.push(hoa, [], 4);
    await province.push(lan, [], 3);
    await province.db.updateTable('device').set({ revoked_at: now }).where('number', '=', hoa.device).execute();
    expect((await figures(officer)).devicesWaiting).toBe(3);
    await province.db.updateTable('person').set({ disabled_at: now }).where('id', '=', lan.person.id).execute();
    expect(await figures(officer)).toMatchObject({ devicesWaiting: 0, devicesSeenAt: null });
  });

  test('teams are those that stood in the period: a merged one counts until its last day, a new one from its first', async () => {
    await province.unit('18124-08', '18124', { validTo: '2026-10-20' });
    await province.unit('18124-09', '18124', { validFrom: '2026-11-15' });
    const officer = await province.phone('communeOfficer');
    const above = await province.phone('provinceOfficer');
    expect(Object.keys(await rowsOf(officer))).toContain('18124-08');
    expect(Object.keys(await rowsOf(officer))).not.toContain('18124-09');
    expect((await rowsOf(above))['18124']!.teams).toBe(4);
    expect(Object.keys(await rowsOf(officer, { period: '2026-12' }))).not.toContain('18124-08');
    expect((await rowsOf(above, { period: '2026-12' }))['18124']!.teams).toBe(4);
  });

  test('S3: a period is closed commune by commune; the province’s is closed when every commune’s is', async () => {
    const officer = await province.phone('communeOfficer');
    const above = await province.phone('provinceOfficer');
    const close = (commune: string) =>
      closePeriod(province.db, { commune, period: '2026-10', by: officer.person.id, at: now });
    await close('18124');
    await close('18124');
    const october = { period: '2026-10' };
    expect((await figures(officer, october)).closed).toBe(true);
    expect((await rowsOf(officer, october))['18124-02']!.closed).toBe(true);
    expect((await figures(officer)).closed).toBe(false);
    expect((await figures(above, october)).closed).toBe(false);
    expect((await rowsOf(above, october))['18124']!.closed).toBe(true);
    expect((await rowsOf(above, october))['18127']!.closed).toBe(false);
    await close('18127');
    expect((await figures(above, october)).closed).toBe(true);
  });

  test('S2: a province that cuts its months by the calendar has all its sums made anew, until a period is closed (S3)', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    await province.push(hoa, [
      evening(hoa, 1, { VNEID_CAI: 4 }, '2026-10-20'),
      evening(hoa, 2, { VNEID_CAI: 1 }, '2026-11-02'),
    ]);
    expect((await figures(officer)).totals).toEqual({ VNEID_CAI: 5 });
    const settings = await readSettings(province.db);
    expect(await changeSettings(province.db, { ...settings, periodKind: 'calendarMonth' })).toMatchObject({
      kind: 'written',
    });
    await mustBeSound(province.db);
    expect(await figures(officer)).toMatchObject({
      period: '2026-11',
      first: '2026-11-01',
      last: '2026-11-30',
      totals: { VNEID_CAI: 1 },
    });
    expect((await province.push(hoa, [evening(hoa, 3, { VNEID_CAI: 2 })])).holding.totals).toEqual({
      '2026-10': { VNEID_CAI: 4 },
      '2026-11': { VNEID_CAI: 3 },
    });
    await closePeriod(province.db, { commune: '18127', period: '2026-09', by: officer.person.id, at: now });
    expect(await changeSettings(province.db, settings)).toEqual({ kind: 'periods-closed' });
    expect((await readSettings(province.db)).periodKind).toBe('calendarMonth');
  });
});
