import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAs } from '#protocol/read.ts';
import { UnitProfile, UnitsPage } from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';
import { figureName } from '#model/records/official-figure.ts';
import { keepFormerUnits } from '#server/storage/former-units.ts';
import { disablePerson } from '#server/storage/people.ts';
import { databases } from '../support/databases.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { write } from '../support/record-writes.ts';

describe.each(databases)('the units of an area, from $name', ({ open }) => {
  let province: TestProvince;
  let commune: Phone;
  let top: Phone;
  const asked = async (who: Phone, url: string, unit?: string) => {
    const app = await province.app();
    const query = unit === undefined ? {} : { unit };
    return app.inject({ url, query, headers: { authorization: `Bearer ${who.token}` } });
  };
  const tree = async (who: Phone, unit?: string) => {
    const answer = await asked(who, paths.units, unit);
    expect(answer.statusCode).toBe(200);
    expect(readAs(UnitsPage, answer.json())).toEqual(answer.json());
    return answer.json<UnitsPage>();
  };
  const profile = async (who: Phone, unit?: string) => {
    const answer = await asked(who, paths.unitProfile, unit);
    expect(answer.statusCode).toBe(200);
    expect(readAs(UnitProfile, answer.json())).toEqual(answer.json());
    return answer.json<UnitProfile>();
  };
  const ids = (units: readonly { id: string }[]) => units.map(({ id }) => id);
  const end = (id: string, mergedInto: string[]) =>
    province.db
      .updateTable('unit')
      .set({ valid_to: '2026-10-31', merged_into: JSON.stringify(mergedInto) })
      .where('id', '=', id)
      .execute();

  beforeEach(async () => {
    province = await createProvince({ open });
    commune = await province.phone('communeOfficer');
    top = await province.phone('provinceOfficer');
  });
  afterEach(() => province.close());

  test('an officer is told the own unit and all below it, and what they were called before', async () => {
    const quangLoc = { name: 'Quang Lộc', type: 'xa', district: 'Huyện Can Lộc', code: '18481', until: '2025-06-30' };
    await keepFormerUnits(province.db, [
      { unit: '18124', ...quangLoc, type: 'xa' },
      { unit: '18127', ...quangLoc, type: 'xa', name: 'Sơn Lộc' },
    ]);
    const own = await tree(commune);
    expect(ids(own.units)).toEqual(['18124', '18124-01', '18124-02', '18124-03']);
    expect(own.former).toEqual([{ unit: '18124', ...quangLoc }]);
    const whole = await tree(top);
    expect(ids(whole.units)).toEqual([
      '42',
      '18124',
      '18124-01',
      '18124-02',
      '18124-03',
      '18127',
      '18127-01',
      '18127-02',
    ]);
    expect(whole.former).toHaveLength(2);
  });

  test('a unit that ended stays in the tree with its days, and one that became part of the area comes with it', async () => {
    await province.unit('18124-04', '18124', { validFrom: '2026-11-01' });
    await end('18124-02', ['18124-04']);
    await end('18127-02', ['18124-04']);
    const own = await tree(commune);
    expect(ids(own.units)).toEqual(['18124', '18124-01', '18124-02', '18124-03', '18124-04', '18127-02']);
    expect(own.units.find(({ id }) => id === '18127-02')).toMatchObject({
      validTo: '2026-10-31',
      mergedInto: ['18124-04'],
    });
  });

  test('what is gone is in the scope of those whose unit it became, over generations, and of nobody else', async () => {
    await province.unit('18200', '42', { validFrom: '2026-11-01' });
    await province.unit('18200-01', '18200', { validFrom: '2026-11-01' });
    await province.unit('18300', '42', { validFrom: '2026-11-01' });
    const heir = await province.phone('communeOfficer', '18300');
    const other = await province.phone('communeOfficer', '18127');
    expect((await asked(heir, paths.unitProfile, '18124')).statusCode).toBe(403);
    await end('18124', ['18200']);
    await end('18124-01', ['18200-01']);
    await end('18200', ['18300']);
    await end('18200-01', []);
    for (const unit of ['18124', '18200', '18124-01', '18200-01'])
      expect((await asked(heir, paths.unitProfile, unit)).statusCode).toBe(200);
    const refused = await asked(other, paths.unitProfile, '18124');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'unit-out-of-scope']);
    expect((await asked(other, paths.units, '18300')).statusCode).toBe(403);
  });

  test('units that became each other in a circle end nothing but themselves', async () => {
    await end('18124', ['18127']);
    await end('18127', ['18124']);
    await province.unit('18300', '42');
    const other = await province.phone('communeOfficer', '18300');
    expect((await asked(other, paths.units, '18124')).statusCode).toBe(403);
    expect(ids((await tree(top)).units)).toContain('18127');
  });

  test('a page of one unit has what it came from, its people, and the newest figures that others count', async () => {
    await province.unit('18300', '42', { validFrom: '2026-11-01' });
    await end('18127', ['18300']);
    const gone = await province.person('villageMember', '18124-01');
    await disablePerson(province.db, gone.id, 1);
    await province.person('villageMember', '18124-03');
    const given = (period: string, count: number, asOf: string) => ({
      type: 'official-figure',
      record: figureName({ figure: 'DAN_SO', unit: '18124', period }),
      set: { count, asOf, note: 'Công an xã' },
    });
    const writes = [given('2026-10', 8000, '2026-10-01'), given('2026-11', 8100, '2026-11-01')];
    const { refused } = await province.push(
      commune,
      writes.map((one, at) => write(one, { device: commune.device, seq: at + 1, unit: '18124' })),
    );
    expect(refused).toEqual([]);
    const own = await profile(commune);
    expect(own).toMatchObject({
      unit: { id: '18124' },
      below: 3,
      people: 2,
      before: [],
      after: [],
      official: [{ figure: 'DAN_SO', count: 8100, asOf: '2026-11-01', note: 'Công an xã' }],
    });
    expect(ids(own.above)).toEqual(['42']);
    expect(ids((await profile(top, '18300')).before)).toEqual(['18127']);
    expect(ids((await profile(top, '18127')).after)).toEqual(['18300']);
  });

  test('a member of a team is told of no tree, and a code that is none is refused like one of others', async () => {
    const hoa = await province.phone('villageMember');
    for (const url of [paths.units, paths.unitProfile]) {
      expect((await asked(hoa, url)).json().code).toBe('role-too-low');
      expect((await asked(commune, url, '18127')).json().code).toBe('unit-out-of-scope');
      expect((await asked(commune, url, 'x\0')).json().code).toBe('unit-out-of-scope');
    }
  });
});
