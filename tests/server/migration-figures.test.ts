import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { migrate } from '#server/storage/migrate.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { correction, record, withdrawal } from '../support/operations.ts';
import { createProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

test.each(databases)(
  'S2: on $name, a province from before there were breakdowns has them made from its entries',
  async ({ open, bare }) => {
    const today = await createProvince({ open });
    const [hoa, lan] = [await today.phone('villageMember'), await today.phone('villageMember', '18127-02')];
    const named = (seq: number) => ({ device: hoa.device, seq, unit: '18124-02' });
    const cells = { 'VNEID_CAI/gender/nu': 4, 'VNEID_CAI/vulnerable/dtts': 2, 'VNEID_CAI/ageGroup/60p': 1 };
    const { refused } = await today.push(hoa, [
      record(eveningInThon2({ counts: { VNEID_CAI: 9, DVC_HD: 2 }, cells, services: { 'dang-ky-thue': 1 } }), named(1)),
      record(eveningInThon2({ counts: { TT_TO_ROI: 40 } }), named(2)),
      correction(`${hoa.device}-2`, eveningInThon2({ counts: { TT_TO_ROI: 30 }, date: '2026-10-31' }), named(3)),
      record(eveningInThon2({ counts: { HO_THAM: 3 } }), named(4)),
      withdrawal(`${hoa.device}-4`, named(5)),
    ]);
    expect(refused).toEqual([]);
    await today.push(lan, [
      record(eveningInThon2({ date: '2026-10-01' }), { device: lan.device, seq: 1, unit: '18127-02' }),
    ]);

    // The same tables as they stood before, and what was in them.
    const before = await bare();
    await migrate(before, '2026-11-23-audit');
    const tables = ['unit', 'person', 'device', 'operation', 'entry', 'rollup', 'device_total', 'activity'] as const;
    const then = await before.introspection.getTables();
    for (const table of [...tables, 'commune_head'] as const) {
      const columns = then.find(({ name }) => name === table)!.columns.map(({ name }) => name);
      for (const row of await today.db
        .selectFrom(table)
        .select(columns as never[])
        .execute())
        await before
          .insertInto(table)
          .values(row as never)
          .execute();
    }
    expect(await migrate(before)).toContain('2026-11-23-figures');
    const { rows } = await sql<{ count: number }>`select count(*) as count from breakdown`.execute(before);
    expect(Number(rows[0]!.count)).toBeGreaterThan(10);
    await mustBeSound(before);
    await before.destroy();
    await today.close();
  },
);
