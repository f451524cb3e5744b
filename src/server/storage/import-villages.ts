import { addDays, type Day } from '#model/day.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { addUnits, beginByWriting, unitsOfLevel } from './units.ts';

export type Imported =
  | { kind: 'imported'; added: number; unchanged: number; ended: number }
  /** Places in the list given. */
  | { kind: 'taken'; taken: { at: number; by: Unit }[] };

const same = (one: Unit, other: Unit) =>
  one.name === other.name && one.type === other.type && one.validFrom === other.validFrom;

/**
 * Ends, as of the day before, the demonstration villages of these communes that nobody wrote an entry for. Those with
 * entries stay: what was recorded is never orphaned.
 */
const endDemoVillages = async (on: ProvinceDatabase, communes: UnitId[], today: Day): Promise<number> => {
  let ended = 0;
  for (const commune of communes) {
    const { numUpdatedRows } = await on
      .updateTable('unit')
      .set({ valid_to: addDays(today, -1) })
      .where('parent_id', '=', commune)
      .where('demo', '=', 1)
      .where('valid_to', 'is', null)
      .where('id', 'not in', (query) => query.selectFrom('entry').select('unit_id').where('commune_id', '=', commune))
      .executeTakeFirst();
    ended += Number(numUpdatedRows);
  }
  return ended;
};

/** Adds villages, all or none. One that is there already and the same is left alone, so a file may be imported again. */
export const importVillages = (db: ProvinceDatabase, villages: readonly Unit[], today: Day): Promise<Imported> =>
  db.transaction().execute(async (on) => {
    await beginByWriting(on);
    return addVillages(on, villages, today);
  });

/** The same within the caller's transaction, which began by writing. */
export const addVillages = async (on: ProvinceDatabase, villages: readonly Unit[], today: Day): Promise<Imported> => {
  const known = new Map((await unitsOfLevel(on, 'village')).map((village) => [village.id, village]));
  const taken = villages.flatMap((village, at) => {
    const by = known.get(village.id);
    return by && !same(by, village) ? [{ at, by }] : [];
  });
  if (taken.length > 0) return { kind: 'taken', taken };
  const added = villages.filter(({ id }) => !known.has(id));
  await addUnits(on, added);
  const communes = [...new Set(added.map((village) => village.parent!))];
  const ended = await endDemoVillages(on, communes, today);
  return { kind: 'imported', added: added.length, unchanged: villages.length - added.length, ended };
};
