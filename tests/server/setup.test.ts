import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unitTypes } from '#model/unit.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { firstStart } from '#server/setup/first-start.ts';
import { officialUnits } from '#server/setup/official-units.ts';
import { populate } from '#server/setup/populate.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { unitsOfLevel } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { morning } from '../support/demo-province.ts';

const at = morning / 1000;

test('the official list has 34 provinces and 3,321 communes, each under its own code and a living province', async () => {
  const units = await officialUnits();
  const provinces = units.filter(({ level }) => level === 'province');
  const communes = units.filter(({ level }) => level === 'commune');
  expect([provinces.length, communes.length]).toEqual([34, 3321]);
  expect(new Set(units.map(({ id }) => id)).size).toBe(34 + 3321);
  const codes = new Set(provinces.map(({ id }) => id));
  expect(communes.filter(({ parent }) => !codes.has(parent!))).toEqual([]);
  expect(provinces.filter(({ id }) => !/^\d{2}$/.test(id))).toEqual([]);
  expect(communes.filter(({ id }) => !/^\d{5}$/.test(id))).toEqual([]);
});

test('a name is the proper name alone, composed, and the type says the rest', async () => {
  const units = await officialUnits();
  const named = (id: string) => {
    const { name, type } = units.find((unit) => unit.id === id)!;
    return [type, name];
  };
  expect(named('42')).toEqual(['tinh', 'Hà Tĩnh']);
  expect(named('46')).toEqual(['thanh-pho', 'Huế']);
  expect(named('18196')).toEqual(['xa', 'Sơn Kim 1']);
  expect(named('18073')).toEqual(['phuong', 'Thành Sen']);
  expect(named('31078')).toEqual(['dac-khu', 'Phú Quốc']);
  expect(units.filter(({ name }) => name !== name.normalize('NFC').trim())).toEqual([]);
  expect(units.filter(({ name }) => /^(xã|phường|đặc khu|tỉnh|thành phố) /i.test(name))).toEqual([]);
  expect(units.filter(({ type, level }) => !(unitTypes[level] as readonly string[]).includes(type))).toEqual([]);
});

test('each of the 34 provinces can be set up, and together they have every commune', async () => {
  const provinces = (await officialUnits()).filter(({ level }) => level === 'province');
  let communes = 0;
  for (const { id } of provinces) {
    const own = openSqlite(':memory:');
    await migrate(own);
    const set = await firstStart(own, { code: id, demo: true, at });
    communes += set.kind === 'set-up' ? set.communes : 0;
    const { broken } = await own
      .selectFrom('unit')
      .select(({ fn }) => fn.countAll<number>().as('broken'))
      .where('path', 'not like', `${id}/%`)
      .executeTakeFirstOrThrow();
    expect(broken).toBe(0);
    await own.destroy();
  }
  expect(communes).toBe(3321);
});

describe.each(databases)('a first start on $name', ({ open }) => {
  let db: ProvinceDatabase;
  beforeEach(async () => {
    db = await open();
    await migrate(db);
  });
  afterEach(() => db.destroy());

  const count = async (table: 'unit' | 'person' | 'invitation') =>
    (await db.selectFrom(table).selectAll().execute()).length;

  test('Hà Tĩnh starts with its 69 communes, three to five marked villages in each, and three invitations', async () => {
    const set = await firstStart(db, { code: '42', demo: true, at });
    expect(set).toMatchObject({ kind: 'set-up', communes: 69, province: { name: 'Hà Tĩnh' } });
    const communes = await unitsOfLevel(db, 'commune');
    expect(communes).toHaveLength(69);
    expect(communes.some(({ demo }) => demo)).toBe(false);
    for (const commune of communes) {
      const villages = await unitsOfLevel(db, 'village', commune.id);
      expect(villages.length).toBeGreaterThanOrEqual(3);
      expect(villages.length).toBeLessThanOrEqual(5);
      expect(villages.every(({ demo }) => demo)).toBe(true);
      expect(villages[0]!.name).toBe(commune.type === 'phuong' ? 'Tổ dân phố 1' : 'Thôn 1');
    }
    const roles = set.kind === 'set-up' ? set.invited.map(({ person }) => person.role) : [];
    expect(roles).toEqual(['villageMember', 'communeOfficer', 'provinceOfficer']);
    const path = await db.selectFrom('unit').select('path').where('id', '=', '18196-demo1').executeTakeFirst();
    expect(path).toEqual({ path: '42/18196/18196-demo1/' });
  });

  test('without a demonstration there is one administrator, and no village or sample person', async () => {
    const populated = await populate(db, { province: '19', demo: false }, at);
    expect(populated).toMatchObject({ kind: 'ready', province: { id: '19', name: 'Thái Nguyên' } });
    expect(await unitsOfLevel(db, 'village')).toEqual([]);
    expect(await db.selectFrom('person').select(['role', 'unit_id']).execute()).toEqual([
      { role: 'administrator', unit_id: '19' },
    ]);
    expect(await count('invitation')).toBe(1);
  });

  test('a second start changes nothing and makes no invitation', async () => {
    await populate(db, { province: undefined, demo: true }, at);
    const before = [await count('unit'), await count('person'), await count('invitation')];
    expect(await populate(db, { province: undefined, demo: true }, at)).toMatchObject({
      kind: 'ready',
      first: undefined,
    });
    expect(await populate(db, { province: '42', demo: false }, at)).toMatchObject({ kind: 'ready', first: undefined });
    expect([await count('unit'), await count('person'), await count('invitation')]).toEqual(before);
  });

  test('a province that is none, and another than the one that is there, are refused by name', async () => {
    const none = await populate(db, { province: '99', demo: true }, at);
    expect(none).toMatchObject({ kind: 'refused', problem: 'province-unknown', params: { code: '99' } });
    await populate(db, { province: '42', demo: true }, at);
    expect(await populate(db, { province: '19', demo: true }, at)).toMatchObject({
      kind: 'refused',
      problem: 'province-is-another',
    });
  });

  test('a first start that breaks off half-way leaves an empty database, and the next one works', async () => {
    await db.schema.alterTable('invitation').renameTo('lost').execute();
    await expect(firstStart(db, { code: '42', demo: true, at })).rejects.toThrow(/invitation/);
    expect([await count('unit'), await count('person')]).toEqual([0, 0]);
    await db.schema.alterTable('lost').renameTo('invitation').execute();
    expect(await firstStart(db, { code: '42', demo: true, at })).toMatchObject({ kind: 'set-up' });
  });
});
