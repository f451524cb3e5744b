import { attendanceName, attendanceOf, type Attendance } from '#model/records/attendance.ts';
import type { RecordId } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

/** What one village said of a mobile point. */
export const attendanceIn = (rows: readonly RecordRow[], point: RecordId, unit: UnitId): Attendance =>
  attendanceOf(rows.find(({ id }) => id === attendanceName(point, unit))?.record);

/** What every village said of a mobile point, in the order of their codes; those that have not said are left out. */
export const saidOf = (rows: readonly RecordRow[], point: RecordId): { unit: UnitId; people: number }[] =>
  rows
    .filter(({ id, unit }) => id === attendanceName(point, unit))
    .flatMap(({ unit, record }) => {
      const { people } = attendanceOf(record);
      return people === null ? [] : [{ unit, people }];
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
