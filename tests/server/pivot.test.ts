import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryContent } from '#model/entry-content.ts';
import { Pivot } from '#protocol/pivot.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

describe.each(databases)('a pivot from $name', ({ open }) => {
  let province: TestProvince;
  const seqs = new Map<number, number>();
  const save = async (phone: Phone, ...contents: Partial<EntryContent>[]) => {
    const operations = contents.map((content) => {
      const seq = (seqs.get(phone.device) ?? 0) + 1;
      seqs.set(phone.device, seq);
      return record(eveningInThon2(content), { device: phone.device, seq, unit: phone.person.unit });
    });
    expect((await province.push(phone, operations)).refused).toEqual([]);
  };
  const ask = async (who: Phone, query: string) => (await desk(province, who).get(`${paths.pivot}?${query}`)).json();
  const pivot = async (who: Phone, query: string): Promise<Pivot> => {
    const answer = await ask(who, query);
    expect(readAs(Pivot, answer)).toEqual(answer);
    return answer as Pivot;
  };
  const brief = ({ cells }: Pivot) =>
    Object.fromEntries(
      cells.map(({ unit, period, measure, value, total }) => [
        [unit, period, measure, value].filter(Boolean).join(' '),
        total,
      ]),
    );

  beforeEach(async () => {
    seqs.clear();
    province = await createProvince({ open });
  });
  afterEach(async () => {
    await mustBeSound(province.db);
    await province.close();
  });

  test('tells sums of the unit, of those below or of all villages, for several periods and measures, and adds up', async () => {
    const hoa = await province.phone('villageMember');
    const binh = await province.phone('villageMember', '18127-01');
    await save(hoa, { counts: { VNEID_CAI: 4, DVC_HD: 1 } }, { counts: { VNEID_CAI: 2 }, date: '2026-10-14' });
    await save(binh, { counts: { VNEID_CAI: 10, TT_TO_ROI: 5 } });
    const above = await province.phone('provinceOfficer');
    const of = 'periods=2026-10,2026-11&measures=VNEID_CAI,DVC_HD';

    const below = await pivot(above, of);
    expect(brief(below)).toEqual({
      '18124 2026-10 VNEID_CAI': 2,
      '18124 2026-11 VNEID_CAI': 4,
      '18124 2026-11 DVC_HD': 1,
      '18127 2026-11 VNEID_CAI': 10,
    });
    expect(below.sums).toContainEqual({
      period: '2026-11',
      measure: 'VNEID_CAI',
      value: '',
      total: 14,
      rounded: false,
    });
    expect(below.units.map(({ id }) => id)).toEqual(['18124', '18127']);
    expect(below.completeness).toContainEqual({ unit: '18124', period: '2026-11', teamsReported: 1, teams: 3 });
    expect(below.periods).toEqual([
      { period: '2026-10', first: '2026-09-15', last: '2026-10-14', closed: 0, of: 2 },
      { period: '2026-11', first: '2026-10-15', last: '2026-11-14', closed: 0, of: 2 },
    ]);

    const self = await pivot(above, `${of}&of=self`);
    expect(brief(self)).toMatchObject({ '42 2026-11 VNEID_CAI': 14, '42 2026-10 VNEID_CAI': 2 });
    expect(self.completeness).toContainEqual({ unit: '42', period: '2026-11', teamsReported: 2, teams: 5 });
    expect(brief(await pivot(above, `${of}&of=villages`))).toMatchObject({
      '18124-02 2026-11 VNEID_CAI': 4,
      '18127-01 2026-11 VNEID_CAI': 10,
    });
    const officer = await province.phone('communeOfficer');
    expect(brief(await pivot(officer, of))).toMatchObject({ '18124-02 2026-10 VNEID_CAI': 2 });
  });

  test('counts each period up to the day that today is of its own', async () => {
    const hoa = await province.phone('villageMember');
    // Today, 12/11, is the 29th day; that of the period before is 13/10.
    await save(
      hoa,
      { counts: { VNEID_CAI: 1 } },
      { counts: { VNEID_CAI: 2 }, date: '2026-10-13' },
      { counts: { VNEID_CAI: 4 }, date: '2026-10-14' },
    );
    const officer = await province.phone('communeOfficer');
    const asked = 'of=self&periods=2026-10,2026-11&measures=VNEID_CAI&until=sameDay';
    const answer = await pivot(officer, asked);
    expect(brief(answer)).toEqual({ '18124 2026-10 VNEID_CAI': 2, '18124 2026-11 VNEID_CAI': 1 });
    expect(answer.periods.map(({ last }) => last)).toEqual(['2026-10-13', '2026-11-12']);
  });

  test('tells apart by channel, place, gender, age and service, with what nobody said', async () => {
    const hoa = await province.phone('villageMember');
    await save(
      hoa,
      {
        counts: { VNEID_CAI: 9, DVC_HD: 4 },
        cells: { 'VNEID_CAI/gender/nu': 5, 'VNEID_CAI/ageGroup/60p': 2 },
        services: { 'dang-ky-khai-sinh': 3 },
      },
      { counts: { VNEID_CAI: 1 }, channel: 'tan-nha', place: 'tai-nha' },
    );
    const officer = await province.phone('communeOfficer');
    const by = async (part: string, measures = 'VNEID_CAI,DVC_HD') =>
      Object.fromEntries(
        (await pivot(officer, `of=self&periods=2026-11&measures=${measures}&by=${part}`)).cells.map(
          ({ measure, value, total }) => [`${measure} ${value}`, total],
        ),
      );
    expect(await by('channel', 'VNEID_CAI')).toEqual({ 'VNEID_CAI to-dan-pho': 9, 'VNEID_CAI tan-nha': 1 });
    expect(await by('place', 'VNEID_CAI')).toEqual({ 'VNEID_CAI nha-van-hoa': 9, 'VNEID_CAI tai-nha': 1 });
    expect(await by('gender', 'VNEID_CAI')).toEqual({ 'VNEID_CAI nu': 5, 'VNEID_CAI unsaid': 5 });
    expect(await by('age', 'VNEID_CAI')).toEqual({ 'VNEID_CAI 60p': 2, 'VNEID_CAI unsaid': 8 });
    expect(await by('service')).toEqual({ 'DVC_HD dang-ky-khai-sinh': 3, 'DVC_HD unsaid': 1 });
  });

  describe('numbers of vulnerable people', () => {
    const helped = (dtts: number) => ({
      counts: { VNEID_CAI: 40 },
      cells: { 'VNEID_CAI/vulnerable/dtts': dtts },
    });
    const asked = 'periods=2026-11&measures=VNEID_CAI&by=vulnerable';
    const totals = ({ cells }: Pivot) => Object.fromEntries(cells.map(({ unit, total }) => [unit, total]));
    const sum = ({ sums }: Pivot) => [sums[0]?.total, sums[0]?.rounded];

    beforeEach(async () => {
      const [one, two, three] = await Promise.all(
        ['18124-01', '18124-02', '18127-01'].map((unit) => province.phone('villageMember', unit)),
      );
      await save(one!, helped(12));
      await save(two!, helped(1));
      await save(three!, helped(3));
    });

    test('are told to their own commune as they are', async () => {
      const officer = await province.phone('communeOfficer');
      const answer = await pivot(officer, asked);
      expect(totals(answer)).toEqual({ '18124-01': 12, '18124-02': 1 });
      expect(sum(answer)).toEqual([13, false]);
    });

    test('are hidden above it when they are small, and the sum is rounded', async () => {
      const above = await province.phone('provinceOfficer');
      const below = await pivot(above, asked);
      expect(totals(below)).toEqual({ '18124': 13, '18127': null });
      expect(sum(below)).toEqual([20, true]);
      expect(totals(await pivot(above, `${asked}&of=self`))).toEqual({ '42': 20 });
    });

    test('cannot be worked out there from the villages beside them', async () => {
      const above = await province.phone('provinceOfficer');
      const ofVillages = await pivot(above, `${asked}&of=villages`);
      expect(new Set(Object.values(totals(ofVillages)))).toEqual(new Set([null]));
      expect(sum(ofVillages)).toEqual([20, true]);
      const ofCommune = await pivot(above, `${asked}&unit=18124`);
      expect(totals(ofCommune)).toEqual({ '18124-01': null, '18124-02': null, '18124-03': null });
      expect(sum(ofCommune)).toEqual([13, false]);
      const alone = await pivot(above, `${asked}&unit=18124-01`);
      expect([totals(alone), alone.sums]).toEqual([{ '18124-01': null }, []]);
    });
  });

  test('units are those that stood in a period', async () => {
    await province.unit('18124-08', '18124', { validTo: '2026-10-20' });
    await province.unit('18124-09', '18124', { validFrom: '2026-12-15' });
    const officer = await province.phone('communeOfficer');
    const answer = await pivot(officer, 'periods=2026-11,2026-12&measures=VNEID_CAI');
    expect(answer.units.map(({ id }) => id)).toEqual(['18124-01', '18124-02', '18124-03', '18124-08']);
    const about = answer.completeness.filter(({ unit }) => unit === '18124-08');
    expect(about.map(({ period }) => period)).toEqual(['2026-11']);
  });

  test('is for officers, of their own subtree, and says what is wrong with a question', async () => {
    const hoa = await province.phone('villageMember');
    const officer = await province.phone('communeOfficer');
    const asked = 'periods=2026-11&measures=VNEID_CAI';
    expect(await ask(hoa, asked)).toMatchObject({ code: 'role-too-low' });
    for (const unit of ['42', '18127', '18127-01', '99999'])
      expect(await ask(officer, `${asked}&unit=${unit}`)).toMatchObject({ code: 'unit-out-of-scope' });
    for (const wrong of [
      'periods=2026-11',
      'periods=2026-13&measures=VNEID_CAI',
      'periods=1999-01&measures=VNEID_CAI',
      'periods=&measures=VNEID_CAI',
      "periods=2026-11&measures=VNEID_CAI'--",
      `${asked}&by=name`,
      `${asked}&of=all`,
      `${asked}&by=gender&until=sameDay`,
      `periods=${Array.from({ length: 37 }, (_, i) => `20${30 + i}-01`).join()}&measures=VNEID_CAI`,
    ])
      expect([wrong, (await ask(officer, wrong)).code]).toEqual([wrong, 'query-unreadable']);
  });
});

test('a pivot of more cells than a device can open is refused with what to leave out', async () => {
  const units = Array.from({ length: 1500 }, (_, i) => `18124-${1000 + i}`);
  const province = await createProvince();
  for (const unit of units) await province.unit(unit, '18124');
  const above = await province.phone('provinceOfficer');
  const periods = Array.from(
    { length: 36 },
    (_, i) => `20${26 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const answer = await desk(province, above).get(
    `${paths.pivot}?of=villages&periods=${periods.join()}&measures=VNEID_CAI`,
  );
  expect([answer.statusCode, answer.json().code, answer.json().params.most]).toEqual([413, 'pivot-too-large', 50_000]);
  await province.close();
});
