import type { Unit, UnitId } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { livesOnBelow } from './lineage.ts';
import { unitOfRow } from './units.ts';

/**
 * The unit, when it lies in the caller's subtree, or is gone and lives on in it. Anything else is refused as
 * 'unit-out-of-scope', a unit that does not exist too: codes are not for guessing.
 */
export const unitInScope = async (db: ProvinceDatabase, { path }: Pick<Caller, 'path'>, id: UnitId): Promise<Unit> => {
  // What is no code at all never reaches the database: PostgreSQL takes no NUL in a text.
  if (!/^[\w-]{1,64}$/.test(id)) throw new Refused('unit-out-of-scope');
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !(await isInScope(db, path, row))) throw new Refused('unit-out-of-scope');
  return unitOfRow(row);
};

/** Whether a unit lies below `path`, or is gone and lives on below it. */
export const isInScope = async (
  db: ProvinceDatabase,
  path: string,
  unit: Parameters<typeof livesOnBelow>[2],
): Promise<boolean> => unit.path.startsWith(path) || livesOnBelow(db, path, unit);
