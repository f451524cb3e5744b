import { afterEach, describe, expect, test } from 'vitest';
import type { ProvinceDatabase } from '#server/province.ts';
import { officialFormerUnits } from '#server/setup/former-units.ts';
import { officialUnits } from '#server/setup/official-units.ts';
import { populate } from '#server/setup/populate.ts';
import { formerUnitsOf, keepFormerUnits } from '#server/storage/former-units.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { morning } from '../support/demo-province.ts';

test('the list of 2025 leads ten thousand old codes to communes of today, each once for each it became', async () => {
  const former = await officialFormerUnits();
  expect(new Set(former.flatMap(({ code }) => code ?? [])).size).toBe(10_034);
  const communes = new Set((await officialUnits()).filter(({ level }) => level === 'commune').map(({ id }) => id));
  const known = former.filter(({ unit }) => communes.has(unit));
  expect(new Set(known.map(({ unit }) => unit)).size).toBeGreaterThan(3300);
  expect(former.filter(({ name }) => name === '' || name !== name.normalize('NFC').trim())).toEqual([]);
  const keys = former.map(({ unit, name, type, district }) => [unit, name, type, district].join());
  expect(new Set(keys).size).toBe(keys.length);
  expect(former.filter(({ unit }) => unit === '18481').map(({ code, type, name }) => [code, type, name])).toEqual([
    ['18490', 'xa', 'Sơn Lộc'],
    ['18481', 'xa', 'Quang Lộc'],
    ['18475', 'xa', 'Xuân Lộc'],
  ]);
});

describe.each(databases)('on $name', ({ open, bare }) => {
  let db: ProvinceDatabase | undefined;
  afterEach(() => db?.destroy());
  const start = (on: ProvinceDatabase) => populate(on, { province: undefined, demo: false }, morning / 1000);

  test('a province knows the old names of its own communes from its first start on, and takes them in once', async () => {
    db = await open();
    await migrate(db);
    await start(db);
    const all = await db.selectFrom('former_unit').select(['unit_id', 'code']).execute();
    expect(all.filter(({ code }) => code !== null)).toHaveLength(209);
    expect(new Set(all.map(({ unit_id }) => unit_id)).size).toBe(69);
    await start(db);
    expect(await db.selectFrom('former_unit').select('unit_id').execute()).toHaveLength(all.length);
    expect((await formerUnitsOf(db, ['18481'])).map(({ name }) => name)).toEqual(['Xuân Lộc', 'Quang Lộc', 'Sơn Lộc']);
  });

  test('a province from before names were kept learns them at its next start, and keeps all it has', async () => {
    db = await bare();
    await migrate(db, '2026-11-23-audit');
    const all = await officialUnits();
    await db.transaction().execute((tx) =>
      addUnits(
        tx,
        all.filter(({ id, parent }) => id === '42' || parent === '42'),
      ),
    );
    const before = await db.selectFrom('unit').selectAll().orderBy('id').execute();
    expect(await migrate(db)).toContain('2026-11-23-units');
    expect(await db.selectFrom('unit').selectAll().orderBy('id').execute()).toEqual(before);
    await start(db);
    expect((await formerUnitsOf(db, ['18481'])).map(({ code }) => code)).toEqual(['18475', '18481', '18490']);
  });

  test('a name that is known already stays as it is', async () => {
    db = await open();
    await migrate(db);
    await start(db);
    const again = { unit: '18481', name: 'Quang Lộc', type: 'xa', district: 'Huyện Can Lộc', code: null } as const;
    await keepFormerUnits(db, [{ ...again, until: '2030-01-01' }]);
    expect((await formerUnitsOf(db, ['18481'])).find(({ name }) => name === 'Quang Lộc')).toMatchObject({
      code: '18481',
      until: '2025-06-30',
    });
  });
});
