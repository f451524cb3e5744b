import { expect, test } from 'vitest';
import { defaultSettings } from '#model/settings.ts';
import { readSettings } from '#server/storage/settings.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { someOfHaTinh } from '../support/province.ts';

test.each(databases)('on $name, a province from before photos keeps what it has and wants none', async ({ bare }) => {
  const db = await bare();
  await migrate(db, '2026-11-21-trust');
  await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
  const units = await db.selectFrom('unit').selectAll().orderBy('id').execute();
  const older = {
    periodKind: defaultSettings.periodKind,
    reportingDays: defaultSettings.reportingDays,
    measuresOff: [],
  };
  await db
    .insertInto('setting')
    .values({ key: 'settings', value: JSON.stringify(older) })
    .execute();

  expect(await migrate(db)).toContain('2026-11-22-photos');
  expect(await db.selectFrom('unit').selectAll().orderBy('id').execute()).toEqual(units);
  expect(await db.selectFrom('photo').selectAll().execute()).toEqual([]);
  expect(await readSettings(db)).toMatchObject({ measuresOff: [], photos: false });
  await db.destroy();
});
