import { isOfficer } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { UnitsPage } from '#protocol/units.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { formerUnitsOf } from './former-units.ts';
import { predecessorsOf } from './lineage.ts';
import { plannedIn } from './reorganisations.ts';
import { unitInScope } from './scope.ts';
import { unitOfRow } from './units.ts';

/**
 * A unit with all that ever stood below it, what became part of them, and what they were called before. Throws Refused with
 * 'role-too-low' or 'unit-out-of-scope'.
 */
export const unitsFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined },
): Promise<UnitsPage> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const unit = await unitInScope(tx, caller, asked.unit ?? caller.person.unit);
      const units = await everBelow(tx, unit);
      return {
        at: Math.floor(clock.now() / 1000),
        unit: unit.id,
        units,
        former: await formerUnitsOf(
          tx,
          units.map(({ id }) => id),
        ),
        planned: await plannedIn(tx, caller.path),
      };
    });
};

const everBelow = async (tx: ProvinceDatabase, unit: Unit): Promise<Unit[]> => {
  const { path } = await tx.selectFrom('unit').select('path').where('id', '=', unit.id).executeTakeFirstOrThrow();
  const rows = await tx.selectFrom('unit').selectAll().where('path', 'like', `${path}%`).orderBy('id').execute();
  const below = rows.filter((row) => row.path.startsWith(path) && row.id !== unit.id).map(unitOfRow);
  const own = new Set([unit, ...below].map(({ id }) => id));
  const before = (await predecessorsOf(tx, [...own])).filter(({ id }) => !own.has(id));
  return [unit, ...below, ...before];
};
