import type { Insertable, Selectable } from 'kysely';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import type { UnitTable } from './schema.ts';

/** A unit as the model says it. */
export const unitOfRow = (row: Selectable<UnitTable>): Unit => ({
  id: row.id,
  name: row.name,
  type: row.type as Unit['type'],
  level: row.level,
  parent: row.parent_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  mergedInto: JSON.parse(row.merged_into) as UnitId[],
  demo: row.demo === 1,
});

const rowOfUnit = (unit: Unit, parentPath: string): Insertable<UnitTable> => ({
  id: unit.id,
  name: unit.name,
  type: unit.type,
  level: unit.level,
  parent_id: unit.parent,
  path: `${parentPath}${unit.id}/`,
  valid_from: unit.validFrom,
  valid_to: unit.validTo,
  merged_into: JSON.stringify(unit.mergedInto),
  demo: unit.demo ? 1 : 0,
});

/** Rows a statement may carry without passing SQLite's 32,766 parameters. */
const rowsPerInsert = 1000;

/** Adds units whose parents are there already or stand before them in the list. Call it within a transaction. */
export const addUnits = async (db: ProvinceDatabase, units: readonly Unit[]): Promise<void> => {
  const parents = [...new Set(units.map((unit) => unit.parent).filter((id) => id !== null))];
  const pathOf = new Map<UnitId, string>();
  for (let at = 0; at < parents.length; at += rowsPerInsert) {
    const known = await db
      .selectFrom('unit')
      .select(['id', 'path'])
      .where('id', 'in', parents.slice(at, at + rowsPerInsert))
      .execute();
    for (const { id, path } of known) pathOf.set(id, path);
  }
  const rows = units.map((unit) => {
    const above = unit.parent === null ? '' : pathOf.get(unit.parent);
    if (above === undefined) throw new Error(`Unit ${unit.id} stands under ${unit.parent}, which is not there`);
    const row = rowOfUnit(unit, above);
    pathOf.set(row.id, row.path);
    return row;
  });
  for (let at = 0; at < rows.length; at += rowsPerInsert)
    await db
      .insertInto('unit')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute();
};

/**
 * SQLite refuses a transaction that began by reading when another process wrote meanwhile: begin by writing, and wait. Nothing
 * is changed.
 */
export const beginByWriting = async (on: ProvinceDatabase): Promise<void> => {
  await on.updateTable('unit').set({ demo: 0 }).where('id', '=', '').execute();
};

/** The unit itself, then those above it, up to the province. */
export const unitAndAbove = async (db: ProvinceDatabase, id: UnitId): Promise<Unit[]> => {
  const own = await db.selectFrom('unit').select('path').where('id', '=', id).executeTakeFirst();
  if (!own) return [];
  const rows = await db.selectFrom('unit').selectAll().where('id', 'in', own.path.split('/').filter(Boolean)).execute();
  return rows.sort((one, other) => other.path.length - one.path.length).map(unitOfRow);
};

/** The province this database was set up for, or undefined before the first start. */
export const provinceUnit = async (db: ProvinceDatabase): Promise<Unit | undefined> => {
  const row = await db.selectFrom('unit').selectAll().where('level', '=', 'province').executeTakeFirst();
  return row && unitOfRow(row);
};

/** Units of one level in the order of their codes; `parent` narrows them to one commune or province. */
export const unitsOfLevel = async (db: ProvinceDatabase, level: Unit['level'], parent?: UnitId): Promise<Unit[]> => {
  const all = db.selectFrom('unit').selectAll().where('level', '=', level).orderBy('id');
  const rows = await (parent === undefined ? all : all.where('parent_id', '=', parent)).execute();
  return rows.map(unitOfRow);
};
