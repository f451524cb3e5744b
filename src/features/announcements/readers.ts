import { isFor } from '#model/records/addressees.ts';
import type { Announcement } from '#model/records/announcement.ts';
import { readMarkName, readOf } from '#model/records/read-mark.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

type Known = Pick<Unit, 'id' | 'level' | 'parent'>;

const pathOf = (unit: Known, units: readonly Known[]): UnitId[] => {
  const above = units.find(({ id }) => id === unit.parent);
  return [unit.id, ...(above ? pathOf(above, units) : unit.parent ? [unit.parent] : [])];
};

/** The villages an announcement is for: those that have read it as it stands, and those that have not. */
export const readersOf = <U extends Known>(
  one: Announcement,
  units: readonly U[],
  marks: readonly RecordRow[],
): { read: U[]; notYet: U[] } => {
  const versions = new Map(marks.map(({ id, record }) => [id, readOf(record)?.version]));
  const path = (unit: U) => pathOf(unit, units);
  const asked = units.filter(
    (unit) => unit.level === 'village' && path(unit).includes(one.unit) && isFor(one.units, path(unit)),
  );
  const hasRead = ({ id }: U) => versions.get(readMarkName(one.id, id)) === one.version;
  return { read: asked.filter(hasRead), notYet: asked.filter((unit) => !hasRead(unit)) };
};
