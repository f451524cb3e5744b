import type { KnownTasks, TaskRow } from '#features/plans/use-tasks.ts';
import type { Day } from '#model/day.ts';
import type { PeriodKind } from '#model/period.ts';
import { isFor } from '#model/records/task.ts';
import { answersOf, roundOn, type UnitAnswer } from '#model/task-answers.ts';
import type { Unit } from '#model/unit.ts';

/** How the units a task is for stand with it, in the round of today. */
export const answersTo = (
  { id, task, row }: TaskRow,
  { units, progress }: KnownTasks,
  today: Day,
  kind: PeriodKind,
): UnitAnswer<Unit>[] =>
  answersOf(
    { id, deadline: task.deadline },
    roundOn(task, today, kind),
    units.filter((unit) => isFor(task, row.unit, unit)),
    progress,
    today,
  );
