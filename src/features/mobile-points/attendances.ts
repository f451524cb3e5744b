import { attendanceName, attendanceOf, type Attendance } from '#model/records/attendance.ts';
import type { RecordId } from '#model/operation.ts';
import { isFor } from '#model/records/addressees.ts';
import type { MobilePoint } from '#model/records/mobile-point.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

type Known = Pick<Unit, 'id' | 'level' | 'parent'>;

/** What one village said of a mobile point. */
export const attendanceIn = (rows: readonly RecordRow[], point: RecordId, unit: UnitId): Attendance =>
  attendanceOf(rows.find(({ id }) => id === attendanceName(point, unit))?.record);

/** The villages a point is for, of those known, that have not said how many they bring. */
export const silentOf = <U extends Known>(
  point: MobilePoint,
  said: readonly { unit: UnitId }[],
  units: readonly U[],
): U[] =>
  units.filter(
    ({ id, level, parent }) =>
      level === 'village' &&
      (parent === point.unit || units.some((above) => above.id === parent && above.parent === point.unit)) &&
      isFor(point.units, [id, ...(parent ? [parent] : [])]) &&
      !said.some(({ unit }) => unit === id),
  );

/** What every village said of a mobile point, in the order of their codes; those that have not said are left out. */
export const saidOf = (rows: readonly RecordRow[], point: RecordId): { unit: UnitId; people: number }[] =>
  rows
    .filter(({ id, unit }) => id === attendanceName(point, unit))
    .flatMap(({ unit, record }) => {
      const { people } = attendanceOf(record);
      return people === null ? [] : [{ unit, people }];
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
