import { expect, test } from 'vitest';
import { migrate } from '#server/storage/migrate.ts';
import { stepsOf } from '#server/storage/report-steps.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { someOfHaTinh } from '../support/province.ts';

test.each(databases)('on $name, a period closed before reports had steps is closed by its first step', async (on) => {
  const db = await on.bare();
  await migrate(db, '2026-11-23-audit');
  await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
  const officer = await db
    .insertInto('person')
    .values({ name: 'Lê Thị Thu', role: 'communeOfficer', unit_id: '18124', created_at: 1, disabled_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const closure = { commune_id: '18124', period: '2026-10', closed_at: 1_794_000_000, closed_by: officer.id };
  await db.insertInto('period_closure').values(closure).execute();

  expect(await migrate(db)).toContain('2026-11-23-reports');
  expect((await stepsOf(db, ['18124', '18127'], '2026-10')).get('18124')).toMatchObject([
    { step: 'closed', number: 1, by: 'Lê Thị Thu', reason: null, missing: '[]' },
  ]);
  const kept = await db.selectFrom('period_closure').selectAll().execute();
  expect(kept.map((row) => ({ ...row, closed_at: Number(row.closed_at) }))).toEqual([closure]);
  await expect(db.updateTable('report_step').set({ reason: 'khác' }).execute()).rejects.toThrow('append-only');
  await db.destroy();
});
