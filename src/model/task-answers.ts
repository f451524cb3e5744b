import { addDays, noonOf, type Day } from '#model/day.ts';
import { periodOf, type PeriodKind } from '#model/period.ts';
import { progressId, progressOf, answeredBy, type Progress, type Round } from '#model/records/progress.ts';
import type { Task } from '#model/records/task.ts';
import type { EditableRecord } from '#model/record.ts';
import type { RecordId } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';

/** The Monday of the week a day lies in. */
const mondayOf = (day: Day): Day => addDays(day, -((new Date(noonOf(day)).getUTCDay() + 6) % 7));

/** The time of doing a task that a day lies in. */
export const roundOn = ({ recurrence }: Pick<Task, 'recurrence'>, day: Day, kind: PeriodKind): Round => {
  if (recurrence === 'once') return 'once';
  return recurrence === 'weekly' ? mondayOf(day) : periodOf(day, kind);
};

/** 'late': not answered, and the day is past. */
export type UnitState = 'done' | 'started' | 'open' | 'late' | 'notDone';
export const unitStates: readonly UnitState[] = ['late', 'notDone', 'started', 'open', 'done'];

/** What a unit says of a task: how far it is, why not, and who said so last, when, in seconds. */
export type UnitAnswer<Of extends { id: UnitId }> = Progress & {
  unit: Of;
  state: UnitState;
  said: { at: number; by: PersonId } | null;
};

/**
 * How each unit stands with a task at one round: those that ask for a look first. A unit's own word is all that is
 * known: one that has done it and not said so yet is open here.
 */
export const answersOf = <Of extends { id: UnitId }>(
  task: { id: RecordId; deadline: Day | null },
  round: Round,
  units: readonly Of[],
  progress: ReadonlyMap<RecordId, EditableRecord>,
  today: Day,
): UnitAnswer<Of>[] => {
  const late = task.deadline !== null && task.deadline < today;
  const rows = units.map((unit): UnitAnswer<Of> => {
    const record = progress.get(progressId(task.id, unit.id, round));
    const said = progressOf(record);
    const last = answeredBy(record);
    return { ...said, unit, state: stateOf(said, late), said: last ? { at: last.at, by: last.by } : null };
  });
  return rows.sort((one, other) => unitStates.indexOf(one.state) - unitStates.indexOf(other.state));
};

const stateOf = ({ answer, stepsDone, note }: Progress, late: boolean): UnitState => {
  if (answer !== 'open') return answer;
  if (late) return 'late';
  return stepsDone.length > 0 || note !== '' ? 'started' : 'open';
};

export const countStates = (answers: readonly { state: UnitState }[]): Record<UnitState, number> => {
  const counts: Record<UnitState, number> = { done: 0, started: 0, open: 0, late: 0, notDone: 0 };
  for (const { state } of answers) counts[state] += 1;
  return counts;
};
