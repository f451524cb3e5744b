import type { Selectable } from 'kysely';
import type { FormerType, FormerUnit } from '#model/former-unit.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import type { FormerUnitTable } from './schema.ts';

const formerOfRow = (row: Selectable<FormerUnitTable>): FormerUnit => ({
  unit: row.unit_id,
  name: row.name,
  type: row.type as FormerType,
  district: row.district,
  code: row.code,
  until: row.valid_to,
});

/** Rows and units a statement carries. */
const atOnce = 1000;

/** Keeps what units were called before; what is known already stays as it is. */
export const keepFormerUnits = async (db: ProvinceDatabase, former: readonly FormerUnit[]): Promise<void> => {
  for (let from = 0; from < former.length; from += atOnce)
    await db
      .insertInto('former_unit')
      .values(
        former.slice(from, from + atOnce).map(({ unit, name, type, district, code, until }) => ({
          unit_id: unit,
          name,
          type,
          district,
          code,
          valid_to: until,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

/** What these units were called before, in the order of their codes and names. */
export const formerUnitsOf = async (db: ProvinceDatabase, units: readonly UnitId[]): Promise<FormerUnit[]> => {
  const found: FormerUnit[] = [];
  for (let from = 0; from < units.length; from += atOnce) {
    const rows = await db
      .selectFrom('former_unit')
      .selectAll()
      .where('unit_id', 'in', units.slice(from, from + atOnce))
      .orderBy('unit_id')
      .orderBy('code')
      .orderBy('name')
      .execute();
    found.push(...rows.map(formerOfRow));
  }
  return found;
};

/** Whether names of before were ever kept here. */
export const knowsFormerUnits = async (db: ProvinceDatabase): Promise<boolean> =>
  (await db.selectFrom('former_unit').select('unit_id').limit(1).executeTakeFirst()) !== undefined;
