import type { UnitId } from '#model/unit.ts';
import type { Boundaries, Polygons } from '#protocol/boundaries.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { noteAct } from './audit.ts';
import { unitInScope } from './scope.ts';
import { provinceUnit } from './units.ts';

/** Keeps these boundaries, all or none, in place of those that the same units had; others stay. `at` in seconds. */
export const keepBoundaries = (
  db: ProvinceDatabase,
  areas: readonly { unit: UnitId; polygons: Polygons }[],
  at: number,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const { unit, polygons } of areas) {
      const row = { polygons: JSON.stringify(polygons), loaded_at: at };
      await tx
        .insertInto('boundary')
        .values({ unit_id: unit, ...row })
        .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(row))
        .execute();
    }
    const province = await provinceUnit(tx);
    if (province)
      await noteAct(tx, null, { act: 'boundaries.loaded', unit: province.id, params: { areas: areas.length } }, at);
  });

/** The boundaries of the units right below one of the caller's subtree. Throws Refused with 'unit-out-of-scope'. */
export const boundariesFor = async (
  db: ProvinceDatabase,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: UnitId = caller.person.unit,
): Promise<Boundaries> => {
  const unit = await unitInScope(db, caller, asked);
  const rows = await db
    .selectFrom('boundary')
    .innerJoin('unit', 'unit.id', 'boundary.unit_id')
    .select(['boundary.unit_id', 'boundary.polygons'])
    .where('unit.parent_id', '=', unit.id)
    .orderBy('boundary.unit_id')
    .execute();
  return {
    unit: unit.id,
    areas: rows.map(({ unit_id, polygons }) => ({ unit: unit_id, polygons: JSON.parse(polygons) as Polygons })),
  };
};
