import { afterEach, describe, expect, test } from 'vitest';
import type { ProvinceDatabase } from '#server/province.ts';
import { noteAct } from '#server/storage/audit.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { someOfHaTinh } from '../support/province.ts';

describe.each(databases)('on $name', ({ open }) => {
  let db: ProvinceDatabase | undefined;
  afterEach(() => db?.destroy());

  const someProvince = async () => {
    db = await open();
    await migrate(db);
    await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
    return db;
  };
  const village = someOfHaTinh.find(({ level }) => level === 'village')!;

  test('an act is kept with who, what and whose matter it is, and with the change it belongs to', async () => {
    const on = await someProvince();
    const officer = { person: { id: 7 }, device: 3 };
    await noteAct(on, officer, { act: 'unit.changed', unit: village.id, subject: 'name' }, 1000);
    await noteAct(on, null, { act: 'settings.changed', unit: '42' }, 1001);
    await on
      .transaction()
      .execute(async (tx) => {
        await noteAct(tx, officer, { act: 'unit.merged', unit: village.id }, 1002);
        throw new Error('the change failed');
      })
      .catch(() => undefined);
    const rows = await on.selectFrom('audit').selectAll().orderBy('number').execute();
    expect(rows.map(({ act, person_id, commune_id, unit_id }) => [act, person_id, commune_id, unit_id])).toEqual([
      ['unit.changed', 7, village.parent, village.id],
      ['settings.changed', null, '42', '42'],
    ]);
  });

  test('nobody changes what is kept, not even with the database open before them', async () => {
    const on = await someProvince();
    await noteAct(on, null, { act: 'settings.changed', unit: '42' }, 1001);
    await expect(on.updateTable('audit').set({ person_id: 9 }).execute()).rejects.toThrow('append-only');
  });
});
