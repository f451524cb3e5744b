import { expect, test } from 'vitest';
import { checkSums } from '#server/storage/check-sums.ts';
import { lockEveryCommune } from '#server/storage/commune-head.ts';
import { rebuildSums } from '#server/storage/rebuild.ts';
import { databases } from '../support/databases.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince } from '../support/province.ts';

test.each(databases)(
  'S2: a kept value that somebody altered is found, named, and made right again from the operations, on $name',
  async ({ open }) => {
    const province = await createProvince({ open });
    const { db } = province;
    const hoa = await province.phone('villageMember');
    const evening = record(eveningInThon2({ counts: { VNEID_CAI: 6 } }), { device: hoa.device, unit: '18124-02' });
    await province.push(hoa, [evening]);
    expect(await checkSums(db)).toEqual([]);

    await db.updateTable('rollup').set({ total: 60 }).where('unit_id', '=', '18124').execute();
    await db.updateTable('activity').set({ entries: 2 }).execute();
    await db.updateTable('entry').set({ withdrawn: 1 }).execute();
    await db.deleteFrom('device_total').execute();
    await db
      .updateTable('breakdown')
      .set({ totals: '{"VNEID_CAI":{"chi-bo":6}}' })
      .where('unit_id', '=', '18124-02')
      .where('part', '=', 'channel')
      .execute();
    expect((await checkSums(db)).map(({ what }) => what).sort()).toEqual([
      'activity 18124-02 2026-11',
      'channel 18124-02 2026-11 VNEID_CAI chi-bo',
      'channel 18124-02 2026-11 VNEID_CAI to-dan-pho',
      `device ${hoa.device} 2026-11 VNEID_CAI`,
      `entry ${hoa.device}-1`,
      'rollup 18124 2026-11 VNEID_CAI',
    ]);
    expect(await checkSums(db)).toContainEqual({ what: 'rollup 18124 2026-11 VNEID_CAI', kept: 60, recomputed: 6 });

    await db.transaction().execute(async (tx) => {
      await lockEveryCommune(tx);
      await rebuildSums(tx);
    });
    expect(await checkSums(db)).toEqual([]);
    await province.close();
  },
);
