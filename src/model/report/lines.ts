import { measures } from '#model/indicator.ts';
import { isPlanGoal, ratioGoal, targetParts, targetValue, type Goal } from '#model/records/target.ts';
import type { EditableRecord } from '#model/record.ts';
import type { UnitId } from '#model/unit.ts';
import type { Day } from '#model/day.ts';
import { dayInVietnam } from '#model/day.ts';
import { everyBody, leadingBody } from '#model/body.ts';
import type { PeriodId, PeriodSpan } from '#model/period.ts';
import { stateOf } from '#model/plan-board.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import type { Obstacle } from '#model/records/obstacle.ts';
import { dayInFigures, deadlineSaid, filled, reportWords } from '#model/report/words.ts';
import type { ObstacleLine, Sums, TargetLine, TaskLine } from '#model/report/facts.ts';
import type { Task } from '#model/records/task.ts';

/** Tasks of the unit's own plan, with the note of that month. What the unit no longer does is left out. */
export const planLines = (items: readonly PlanItem[], period: PeriodId, today: Day): TaskLine[] =>
  items
    .filter(({ status }) => status !== 'dropped')
    .map((item) => ({
      text: item.text,
      lead: leadingBody(item.owner) === everyBody ? reportWords.everyone : item.owner,
      coordinating: item.coordinating,
      deadline: deadlineSaid(item.deadline),
      state: stateOf(item, today),
      note: item.notes.find((note) => note.period === period)?.text ?? '',
    }));

/** A task given to units: how many of them have done it, of all whom it is for. */
export type Given = { task: Task; done: number; all: number };

/** Given tasks that ran in the period: given by its last day, and not over before its first. */
export const givenLines = (given: readonly Given[], { first, last }: PeriodSpan, today: Day): TaskLine[] =>
  given
    .filter(({ task }) => !task.cancelled && task.since <= last && (task.deadline === null || task.deadline >= first))
    .map(({ task, done, all }) => ({
      text: task.title,
      lead: task.assignedBy,
      coordinating: '',
      deadline: task.deadline === null ? reportWords.deadlines.ongoing : dayInFigures(task.deadline),
      state: givenState(task, done, all, today),
      note: filled(reportWords.answered, { done, all }),
    }));

const givenState = ({ deadline }: Pick<Task, 'deadline'>, done: number, all: number, today: Day): TaskLine['state'] => {
  if (all > 0 && done >= all) return 'done';
  if (deadline !== null && deadline < today) return 'late';
  return done > 0 ? 'doing' : 'waiting';
};

/** Obstacles that stood in the period: raised by its last day, and not solved before its first. The most frequent first. */
export const obstacleLines = (
  obstacles: readonly Obstacle[],
  { first, last }: PeriodSpan,
  nameOf: (unit: string) => string,
): ObstacleLine[] => {
  const stood = obstacles.filter(
    ({ raisedAt, solvedAt }) =>
      dayInVietnam(raisedAt * 1000) <= last && (solvedAt === null || dayInVietnam(solvedAt * 1000) >= first),
  );
  const lines = new Map<string, ObstacleLine>();
  for (const { kind, unit, solvedAt, passed } of stood) {
    const line = lines.get(kind) ?? { kind, count: 0, open: 0, units: [], proposals: [] };
    const open = solvedAt === null || dayInVietnam(solvedAt * 1000) > last;
    lines.set(kind, {
      kind,
      count: line.count + 1,
      open: line.open + (open ? 1 : 0),
      units: withOne(line.units, nameOf(unit)),
      proposals: withOne(line.proposals, passed?.why.trim() ?? ''),
    });
  }
  return [...lines.values()].sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
};

const withOne = (all: string[], one: string): string[] => (one === '' || all.includes(one) ? all : [...all, one]);

/** The period's targets beside the teams' counts; of those asked the percentage who were satisfied, null where none was asked. */
export const targetLines = (aims: readonly { goal: Goal; value: number }[], totals: Sums): TargetLine[] =>
  aims.map(({ goal, value }) => {
    if (goal !== ratioGoal) return { goal, asked: value, done: totals[goal] ?? 0, percent: false };
    const asked = totals['HAI_LONG_HOI'] ?? 0;
    return { goal, asked: value, done: asked > 0 ? (100 * (totals['HAI_LONG'] ?? 0)) / asked : null, percent: true };
  });

/** The targets of measures set for a unit in a month, in the order of the catalogue. */
export const aimsOf = (
  records: readonly EditableRecord[],
  unit: UnitId,
  period: PeriodId,
): { goal: Goal; value: number }[] =>
  records
    .flatMap((record) => {
      const parts = targetParts(record.id);
      const value = targetValue(record);
      const here = parts.unit === unit && parts.period === period && !isPlanGoal(parts.goal);
      return here && value !== undefined ? [{ goal: parts.goal, value }] : [];
    })
    .sort((a, b) => measures.indexOf(a.goal) - measures.indexOf(b.goal));
