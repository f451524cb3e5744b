import type { Task } from '#model/records/task.ts';
import type { UnitId } from '#model/unit.ts';

/** The level whose units do a task. */
export type Audience = 'communes' | 'villages';

/** A village's code is its commune's, '-', and its own. */
const isVillage = (unit: UnitId): boolean => unit.includes('-');
/** A province's has two digits. */
const isProvince = (unit: UnitId): boolean => unit.length === 2;

/** Whom a task homed at `home` is for: a province gives to communes unless it says villages, a commune to villages. */
export const audienceOf = ({ units }: Pick<Task, 'units'>, home: UnitId): Audience => {
  if (units === 'all-villages') return 'villages';
  if (units === 'all') return isProvince(home) ? 'communes' : 'villages';
  return units.some(isVillage) || !isProvince(home) ? 'villages' : 'communes';
};
