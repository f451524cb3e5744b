import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Dashboard } from '#protocol/dashboard.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { dashboardFor } from '#server/storage/dashboard.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { desk } from '../support/officer-desk.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { mustBeSound } from '../support/sound.ts';

describe.each(databases)('a dashboard from $name', ({ open }) => {
  let province: TestProvince;
  let time: number;
  const evening = (phone: Phone, seq: number, counts: Record<string, number>, date = '2026-11-12') =>
    record(eveningInThon2({ counts, date }), { device: phone.device, seq, unit: phone.person.unit });
  const dashboard = async (who: Phone, asked: { unit?: string; period?: string } = {}) => {
    const answer = await dashboardFor(province, who, asked);
    expect(readAs(Dashboard, answer)).toEqual(answer);
    return answer;
  };

  beforeEach(async () => {
    time = thatEvening;
    province = await createProvince({ open, clock: { now: () => time } });
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('says how the period before stood on the same day, for the unit and for those below it', async () => {
    const hoa = await province.phone('villageMember');
    const lan = await province.phone('villageMember', '18124-03');
    const other = await province.phone('villageMember', '18127-01');
    // 12/11 is the 29th of 31 days; of the period before the 29th of 30 is 13/10.
    await province.push(hoa, [
      evening(hoa, 1, { VNEID_CAI: 4 }, '2026-10-15'),
      evening(hoa, 2, { VNEID_CAI: 3, DVC_HD: 1 }, '2026-11-12'),
      evening(hoa, 3, { VNEID_CAI: 5 }, '2026-10-13'),
      evening(hoa, 4, { VNEID_CAI: 7 }, '2026-10-14'),
    ]);
    await province.push(lan, [evening(lan, 1, { VNEID_CAI: 1 }, '2026-09-15')]);
    await province.push(other, [evening(other, 1, { VNEID_CAI: 100 }, '2026-10-01')]);

    const commune = await dashboard(await province.phone('communeOfficer'));
    expect(commune).toMatchObject({
      totals: { VNEID_CAI: 7, DVC_HD: 1 },
      day: 29,
      days: 31,
      sameDay: {
        period: '2026-10',
        totals: { VNEID_CAI: 6 },
        rows: [
          { unit: '18124-02', totals: { VNEID_CAI: 5 } },
          { unit: '18124-03', totals: { VNEID_CAI: 1 } },
        ],
      },
      before: { period: '2026-10', totals: { VNEID_CAI: 13 }, report: 'open' },
    });
    expect(commune.series.days[0]).toBe('2026-10-15');
    expect(commune.series.current['VNEID_CAI']).toEqual([...Array<number>(28).fill(4), 7]);
    expect(commune.series.before['VNEID_CAI']).toEqual([...Array<number>(28).fill(1), 6, 13]);

    const above = await province.phone('provinceOfficer');
    expect(await dashboard(above)).toMatchObject({
      sameDay: {
        totals: { VNEID_CAI: 106 },
        rows: [
          { unit: '18124', totals: { VNEID_CAI: 6 } },
          { unit: '18127', totals: { VNEID_CAI: 100 } },
        ],
      },
      before: { totals: { VNEID_CAI: 113 } },
    });
    expect(await dashboard(above, { unit: '18124-02' })).toMatchObject({
      sameDay: { totals: { VNEID_CAI: 5 }, rows: [] },
    });
  });

  test('S2: a correction to another day and a withdrawal move what each day says', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    const named = (seq: number) => ({ device: hoa.device, seq, unit: '18124-02' });
    await province.push(hoa, [evening(hoa, 1, { VNEID_CAI: 4 }), evening(hoa, 2, { VNEID_CAI: 1 })]);
    await province.push(hoa, [
      correction(
        `${hoa.device}-1`,
        eveningInThon2({ counts: { VNEID_CAI: 9 }, date: '2026-11-10', channel: 'chi-bo' }),
        named(3),
      ),
      withdrawal(`${hoa.device}-2`, named(4)),
    ]);
    expect((await dashboard(officer)).series.current).toEqual({ VNEID_CAI: [...Array<number>(26).fill(0), 9, 9, 9] });
  });

  test('of a period that is over all days are gone, and the whole period before stands beside it', async () => {
    const hoa = await province.phone('villageMember');
    await province.push(hoa, [
      evening(hoa, 1, { VNEID_CAI: 2 }, '2026-10-14'),
      evening(hoa, 2, { VNEID_CAI: 3 }, '2026-09-14'),
    ]);
    const officer = await province.phone('communeOfficer');
    const october = await dashboard(officer, { period: '2026-10' });
    expect(october).toMatchObject({ day: 30, days: 30, sameDay: { totals: { VNEID_CAI: 3 } } });
    expect(await dashboard(officer, { period: '2027-01' })).toMatchObject({ day: 0, sameDay: { totals: {} } });
  });

  test('counts what is closed below, and obstacles by whose answer they wait for', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    const above = await province.phone('provinceOfficer');
    const raised = (seq: number, asked: string, more: object = {}) =>
      write(
        { type: 'obstacle', set: { kind: 'khong-co-song', asked, people: 3, text: '', ...more } },
        { device: hoa.device, seq, unit: '18124-02' },
      );
    const { refused } = await province.push(hoa, [
      raised(1, 'cong-an-xa'),
      raised(2, 'tinh'),
      raised(3, 'ubnd-xa', { solved: true }),
    ]);
    expect(refused).toEqual([]);
    await closePeriod(province.db, { commune: '18127', period: '2026-11', by: officer.person.id, at: time / 1000 });
    expect(await dashboard(officer)).toMatchObject({ closedBelow: 0, obstacles: { open: 2, waitingHere: 1 } });
    expect(await dashboard(above)).toMatchObject({ closedBelow: 1, obstacles: { open: 2, waitingHere: 1 } });
    expect(await dashboard(above, { unit: '18127' })).toMatchObject({ closedBelow: 2, obstacles: { open: 0 } });
  });

  test('is for officers, of their own subtree, about months there are', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    await expect(dashboard(hoa)).rejects.toMatchObject({ code: 'role-too-low' });
    for (const unit of ['42', '18127', '18127-01', '99999', "' or 1=1 --"])
      await expect(dashboard(officer, { unit })).rejects.toMatchObject({ code: 'unit-out-of-scope' });
    const { get } = desk(province, officer);
    for (const query of ['period=2026-13', 'period=1999-01', 'period=2026-11&period=2026-10'])
      expect((await get(`${paths.dashboard}?${query}`)).json().code).toBe('query-unreadable');
    expect((await get(paths.dashboard)).statusCode).toBe(200);
  });
});
