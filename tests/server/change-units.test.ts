import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UnitProfile } from '#protocol/units.ts';
import { mostVillages } from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';

describe.each(databases)('villages, on $name', ({ open }) => {
  let province: TestProvince;
  let top: Phone;
  let commune: Phone;
  const ask = async (who: Phone, url: string, payload: object) => {
    const app = await province.app();
    const answer = await app.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: `Bearer ${who.token}` },
    });
    return answer.json();
  };
  const thon4 = { parent: '18124', code: '04', name: ' Thôn  4 ', type: 'thon', begins: null };
  const villages = async () => {
    const rows = await province.db
      .selectFrom('unit')
      .selectAll()
      .where('parent_id', '=', '18124')
      .orderBy('id')
      .execute();
    return rows.filter(({ valid_to }) => valid_to === null).map(({ id, name }) => [id, name]);
  };
  const acts = async () =>
    (await province.db.selectFrom('audit').select('act').orderBy('number').execute()).map(({ act }) => act);

  beforeEach(async () => {
    province = await createProvince({ open });
    top = await province.phone('provinceOfficer');
    commune = await province.phone('communeOfficer');
  });
  afterEach(() => province.close());

  test('a commune officer adds a village of the own commune, and nobody else’s', async () => {
    expect(await ask(commune, paths.addUnit, thon4)).toMatchObject({
      id: '18124-04',
      name: 'Thôn 4',
      validFrom: '2026-11-12',
    });
    expect((await ask(commune, paths.addUnit, { ...thon4, parent: '18127' })).code).toBe('unit-out-of-scope');
    const hoa = await province.phone('villageMember');
    expect((await ask(hoa, paths.addUnit, { ...thon4, code: '05' })).code).toBe('role-too-low');
    expect(await ask(top, paths.addUnit, { ...thon4, parent: '18127', code: '09' })).toMatchObject({ id: '18127-09' });
    expect(await acts()).toEqual(['unit.added', 'unit.added']);
  });

  test.each<[string, object]>([
    ['unit-code-taken', { code: '01' }],
    ['unit-code-wrong', { code: 'demo9' }],
    ['unit-name-wrong', { name: '<b>' }],
    ['unit-type-wrong', { type: 'xa' }],
    ['unit-parent-wrong', { parent: '18124-01' }],
    ['unit-day-wrong', { begins: '2020-01-01' }],
    ['body-unreadable', { type: 'huyen' }],
  ])('%s: nothing is added', async (code, but) => {
    expect((await ask(top, paths.addUnit, { ...thon4, ...but })).code).toBe(code);
    expect([await villages(), await acts()]).toMatchObject([{ length: 3 }, []]);
  });

  test('a village renamed is found by its former name; a commune is the province’s to rename', async () => {
    const renamed = { unit: '18124-01', name: 'Thôn Kim Cương', type: 'ban' };
    expect(await ask(commune, paths.renameUnit, renamed)).toMatchObject({ name: 'Thôn Kim Cương', type: 'ban' });
    expect(await ask(commune, paths.renameUnit, renamed)).toMatchObject({ name: 'Thôn Kim Cương' });
    const app = await province.app();
    const profile: UnitProfile = (
      await app.inject({
        url: paths.unitProfile,
        query: { unit: '18124-01' },
        headers: { authorization: `Bearer ${commune.token}` },
      })
    ).json();
    expect(profile.former).toEqual([
      { unit: '18124-01', name: 'Thôn 1', type: 'thon', district: '', code: null, until: '2026-11-11' },
    ]);
    expect(await acts()).toEqual(['unit.changed']);
    expect((await ask(commune, paths.renameUnit, { unit: '18124', name: 'Kim', type: 'xa' })).code).toBe(
      'role-too-low',
    );
    expect((await ask(top, paths.renameUnit, { unit: '18124', name: 'Kim', type: 'thon' })).code).toBe(
      'unit-type-wrong',
    );
  });

  test('a village ends when nobody belongs to it and nobody worked in it later', async () => {
    const hoa = await province.phone('villageMember', '18124-03');
    await province.push(hoa, [record(eveningInThon2(), { device: hoa.device, seq: 1, unit: '18124-03' })]);
    const asked = { unit: '18124-03', last: '2026-11-10' };
    expect(await ask(commune, paths.endUnit, asked)).toMatchObject({ code: 'unit-has-people', params: { count: 1 } });
    await province.db.updateTable('person').set({ disabled_at: 1 }).where('id', '=', hoa.person.id).execute();
    expect((await ask(commune, paths.endUnit, asked)).code).toBe('reorganisation-entries');
    expect(await ask(commune, paths.endUnit, { ...asked, last: '2026-11-12' })).toMatchObject({
      validTo: '2026-11-12',
    });
    expect((await ask(commune, paths.endUnit, { ...asked, last: '2026-11-12' })).code).toBe('reorganisation-ended');
    expect((await ask(top, paths.endUnit, { unit: '18124', last: '2026-11-12' })).code).toBe('unit-parent-wrong');
  });

  test('a file comes in whole or not at all, twice as once, and not into communes of others', async () => {
    const line = (code: string, but: object = {}) => ({ ...thon4, code, name: `Thôn ${code}`, ...but });
    const wrong = await ask(commune, paths.importVillages, { villages: [line('04'), line('0/5'), line('06')] });
    expect(wrong).toMatchObject({ code: 'village-wrong', params: { row: 3, column: 'village_code', value: '0/5' } });
    expect((await ask(commune, paths.importVillages, { villages: [line('04'), line('04')] })).code).toBe(
      'village-wrong',
    );
    expect((await ask(commune, paths.importVillages, { villages: [line('04'), line('01')] })).code).toBe(
      'unit-code-taken',
    );
    const far = { villages: [line('04'), line('05', { parent: '18127' })] };
    expect((await ask(commune, paths.importVillages, far)).code).toBe('unit-out-of-scope');
    expect([await villages(), await acts()]).toMatchObject([{ length: 3 }, []]);

    const good = { villages: [line('04'), line('05')] };
    expect(await ask(commune, paths.importVillages, good)).toEqual({ added: 2, unchanged: 0, ended: 3 });
    expect(await ask(commune, paths.importVillages, good)).toEqual({ added: 0, unchanged: 2, ended: 0 });
    const many = { villages: Array.from({ length: mostVillages + 1 }, (_, at) => line(`a${at}`)) };
    expect((await ask(commune, paths.importVillages, many)).code).toBe('body-unreadable');
  });
});
