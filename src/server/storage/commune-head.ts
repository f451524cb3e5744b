import { sql } from 'kysely';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';

/**
 * The highest number given out in the commune, or in the province's own sequence, holding its row until the transaction ends: whoever comes next waits, and
 * numbers become visible in the order they were given (rule L1). Must come before what the transaction reads.
 */
export const lockCommune = async (tx: ProvinceDatabase, commune: UnitId): Promise<number> => {
  const { head } = await tx
    .insertInto('commune_head')
    .values({ commune_id: commune, head: 0 })
    .onConflict((conflict) => conflict.column('commune_id').doUpdateSet({ head: sql.ref('commune_head.head') }))
    .returning('head')
    .executeTakeFirstOrThrow();
  return head;
};

/** The same for several, always in one order, so that two who want the same never wait for each other. */
export const lockCommunes = async (tx: ProvinceDatabase, communes: Iterable<UnitId>): Promise<Map<UnitId, number>> => {
  const heads = new Map<UnitId, number>();
  for (const commune of [...new Set(communes)].sort()) heads.set(commune, await lockCommune(tx, commune));
  return heads;
};

/** No operation is accepted anywhere until the transaction ends. */
export const lockEveryCommune = async (tx: ProvinceDatabase): Promise<void> => {
  await tx
    .insertInto('commune_head')
    .columns(['commune_id', 'head'])
    .expression(
      tx
        .selectFrom('unit')
        .select(['id', sql.lit(0).as('head')])
        .where('level', '<>', 'village')
        .orderBy('id'),
    )
    .onConflict((conflict) => conflict.column('commune_id').doUpdateSet({ head: sql.ref('commune_head.head') }))
    .execute();
};

export const advanceCommune = async (tx: ProvinceDatabase, commune: UnitId, head: number): Promise<void> => {
  await tx.updateTable('commune_head').set({ head }).where('commune_id', '=', commune).execute();
};

/** The highest number given out, without waiting. 0 where nothing was ever accepted. */
export const headOf = async (db: ProvinceDatabase, commune: UnitId): Promise<number> => {
  const row = await db.selectFrom('commune_head').select('head').where('commune_id', '=', commune).executeTakeFirst();
  return row?.head ?? 0;
};
