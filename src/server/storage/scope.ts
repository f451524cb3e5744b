import type { Unit, UnitId } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { unitOfRow } from './units.ts';

/**
 * The unit, when it lies in the caller's subtree. Anything else is refused as 'unit-out-of-scope', a unit that does not
 * exist too: codes are not for guessing.
 */
export const unitInScope = async (db: ProvinceDatabase, { path }: Pick<Caller, 'path'>, id: UnitId): Promise<Unit> => {
  // What is no code at all never reaches the database: PostgreSQL takes no NUL in a text.
  if (!/^[\w-]{1,64}$/.test(id)) throw new Refused('unit-out-of-scope');
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row?.path.startsWith(path)) throw new Refused('unit-out-of-scope');
  return unitOfRow(row);
};
