import { useOfficerRecords } from '#features/officer-records.ts';
import { useUnitsBelow } from '#features/plans/use-units-below.ts';
import type { ProvincePage } from '#features/province-page.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import type { RecordId } from '#model/operation.ts';
import { levelOfRole } from '#model/person.ts';
import { audienceOf, type Audience } from '#model/task-audience.ts';
import { isFor, taskOf, type Task } from '#model/records/task.ts';
import type { EditableRecord } from '#model/record.ts';
import type { Unit } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

export type TaskRow = { id: RecordId; task: Task; row: RecordRow };
export type KnownTasks = {
  tasks: TaskRow[];
  progress: ReadonlyMap<RecordId, EditableRecord>;
  progressRows: ReadonlyMap<RecordId, RecordRow>;
  /** Whom tasks of this level may be for, as far as this device knows them. */
  units: Unit[];
  asOf: number | null;
};

/** The tasks given to communes or to villages that an officer sees, and how the units stand with them. */
export const useTasks = (
  me: Situation,
  level: Audience,
  today: Day,
): { known: KnownTasks | undefined; page: ProvincePage<{ at: number }> } => {
  const tasks = useOfficerRecords('task');
  const progress = useOfficerRecords('progress');
  const below = useUnitsBelow(me, today);
  const { page } = tasks.rows ? progress : tasks;
  if (!tasks.rows || !progress.rows) return { known: undefined, page };
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const own = me.units.filter(({ id }) => id === me.person.unit);
  const direct = below ?? [];
  const units =
    level === 'communes'
      ? ofProvince
        ? direct
        : own
      : ofProvince
        ? progress.units.filter((unit) => unit.level === 'village')
        : direct;
  // A commune's device holds what the province gave to others too.
  const concerns = (task: Task, row: RecordRow) =>
    row.unit === me.person.unit ||
    task.units === 'all-villages' ||
    (Array.isArray(task.units) ? task.units : []).some((id) => id.startsWith(`${me.person.unit}-`)) ||
    units.some((unit) => isFor(task, row.unit, unit));
  const known = {
    tasks: tasks.rows.flatMap((row) => {
      const task = taskOf(row.record);
      const here = task.title !== '' && audienceOf(task, row.unit) === level && concerns(task, row);
      return here ? [{ id: row.id, task, row }] : [];
    }),
    progress: new Map(progress.rows.map(({ id, record }) => [id, record])),
    progressRows: new Map(progress.rows.map((row) => [row.id, row])),
    units,
    asOf: page.kind === 'shown' ? page.body.at : null,
  };
  return { known, page };
};
