import { measures } from '#model/indicator.ts';
import { isPlanGoal, targetName, targetParts, targetValue, type Goal } from '#model/records/target.ts';
import { standing, type EditableRecord } from '#model/record.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

/** The target of one unit as an officer sees it: its number, and whether another one was set beside it. */
export type UnitTarget = {
  unit: UnitId;
  value: number | undefined;
  disputed: boolean;
  /** As it stands here; empty where nobody wrote it yet. What a write starts from (rule M2). */
  record: EditableRecord;
  /** Not all of it is at the province yet; `steps` say how far it is. */
  unsettled: boolean;
  steps: RecordRow['steps'];
};
/** A goal of a month: the own unit's number, and those of the units below. */
export type GoalTargets = { goal: Goal; own: UnitTarget; below: UnitTarget[]; given: number };

/** One unit's target among the records at hand. */
export const targetOf = (rows: readonly RecordRow[], goal: Goal, unit: UnitId, period: string): UnitTarget => {
  const id = targetName({ goal, unit, period });
  const row = rows.find((one) => one.id === id);
  const disputed = (standing(row?.record, 'value')?.lost.length ?? 0) > 0;
  return {
    unit,
    value: targetValue(row?.record),
    disputed,
    record: row?.record ?? { id, type: 'target', unit, fields: {}, lists: {} },
    unsettled: row?.unsettled === 1,
    steps: row?.steps ?? [],
  };
};

export const goalTargets = (
  rows: readonly RecordRow[],
  { goal, period }: { goal: Goal; period: string },
  { own, units }: { own: UnitId; units: readonly { id: UnitId }[] },
): GoalTargets => {
  const below = units.map(({ id }) => targetOf(rows, goal, id, period));
  return {
    goal,
    own: targetOf(rows, goal, own, period),
    below,
    given: below.reduce((sum, { value = 0 }) => sum + value, 0),
  };
};

/** The measures that have a target in a month in one of these units, in the order of the catalogue. */
export const goalsOf = (rows: readonly RecordRow[], period: string, units: readonly UnitId[]): Goal[] => {
  const there = rows.flatMap(({ id, record }) => {
    const { goal, unit, period: of } = targetParts(id);
    return of === period && units.includes(unit) && !isPlanGoal(goal) && targetValue(record) !== undefined
      ? [goal]
      : [];
  });
  return [...new Set(there)].sort((a, b) => measures.indexOf(a) - measures.indexOf(b));
};
