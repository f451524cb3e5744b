import type { Selectable } from 'kysely';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import type { UnitTable } from './schema.ts';
import { unitOfRow } from './units.ts';

type Row = Pick<Selectable<UnitTable>, 'id' | 'path' | 'parent_id' | 'merged_into' | 'valid_to'>;

const successorsSaid = ({ merged_into }: Pick<Row, 'merged_into'>): UnitId[] => JSON.parse(merged_into) as UnitId[];

/**
 * Whether a unit that is gone lives on below `path`: through the units it became, and those they became. One that ended
 * without any goes with what it stood under.
 */
export const livesOnBelow = async (db: ProvinceDatabase, path: string, unit: Row): Promise<boolean> => {
  const seen = new Set([unit.id]);
  let generation: Row[] = [unit];
  while (generation.length > 0) {
    const next = generation
      .filter(({ valid_to }) => valid_to !== null)
      .flatMap((row) => {
        const successors = successorsSaid(row);
        return successors.length > 0 ? successors : row.parent_id === null ? [] : [row.parent_id];
      })
      .filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
    if (next.length === 0) return false;
    generation = await db
      .selectFrom('unit')
      .select(['id', 'path', 'parent_id', 'merged_into', 'valid_to'])
      .where('id', 'in', [...new Set(next)])
      .execute();
    if (generation.some((row) => row.path.startsWith(path))) return true;
  }
  return false;
};

/** The units that became these or part of them, of every generation, in the order of their codes; none of these themselves. */
export const predecessorsOf = async (db: ProvinceDatabase, units: readonly UnitId[]): Promise<Unit[]> => {
  const gone = await db.selectFrom('unit').selectAll().where('merged_into', '<>', '[]').orderBy('id').execute();
  const wanted = new Set(units);
  const found = new Map<UnitId, Unit>();
  for (let more = true; more;) {
    const next = gone.filter(
      (row) =>
        !found.has(row.id) && successorsSaid(row).some((id) => wanted.has(id) || found.has(id)) && !wanted.has(row.id),
    );
    for (const row of next) found.set(row.id, unitOfRow(row));
    more = next.length > 0;
  }
  return gone.flatMap(({ id }) => found.get(id) ?? []);
};

/** What a unit became, the next generation only. */
export const successorsOf = async (db: ProvinceDatabase, { mergedInto }: Pick<Unit, 'mergedInto'>): Promise<Unit[]> => {
  if (mergedInto.length === 0) return [];
  const rows = await db.selectFrom('unit').selectAll().where('id', 'in', mergedInto).orderBy('id').execute();
  return rows.map(unitOfRow);
};
