import { addDays, type Day } from '#model/day.ts';
import { duties, figuresDuty, type Duty } from '#model/duty.ts';
import type { Measure } from '#model/indicator.ts';
import type { RecordId } from '#model/operation.ts';
import type { Channel } from '#model/place.ts';
import { periodOf, shiftPeriod, spanOf, type PeriodId } from '#model/period.ts';
import type { EditableRecord } from '#model/record.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import { progressId, progressOf, type Answer, type Doing, type Progress, type Round } from '#model/records/progress.ts';
import { isFor, taskOf, type Task } from '#model/records/task.ts';
import { roundsOf } from '#model/rounds.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Unit, UnitId } from '#model/unit.ts';

/** How much of a measure is logged in the days that count, and how much is wanted. */
export type Tally = { measure: Measure; logged: number; goal: number };

/** One thing for a village team to do, in one round, as it stands. */
export type Todo = {
  /** The name of the record that says how it stands. */
  id: RecordId;
  doing: Doing;
  round: Round;
  what: { kind: 'duty'; duty: Duty } | { kind: 'task'; task: Task; home: UnitId };
  /** The last day in time; null: none. */
  due: Day | null;
  /** Done whenever somebody needs it; it is never late. */
  ongoing: boolean;
  steps: { text: string; done: boolean }[];
  tallies: Tally[];
  progress: Progress;
  /** `byEntries`: what was logged is enough, whether or not anybody ticked it. */
  state: Answer | 'byEntries';
};

/** What a team's entries come to from `first` to `last`, both included; of one channel when it is named. */
export type Logged = (measure: Measure, first: Day, last: Day, channel?: Channel) => number;

export type TodoQuestion = {
  unit: Pick<Unit, 'id' | 'parent' | 'level'>;
  today: Day;
  settings: Pick<ProvinceSettings, 'periodKind' | 'reportingDays'>;
  closed: readonly PeriodId[];
  /** The day this team's work began, as far as the phone knows: nothing before it was missed. */
  begun: Day;
  tasks: readonly EditableRecord[];
  progress: ReadonlyMap<RecordId, EditableRecord>;
  logged: Logged;
};

/** Two periods, however months are cut: no round before the last one is open. */
const twoPeriods = 62;

/** The earliest day whose entries can count on a day: those of the last two periods, or since a task with numbers began. */
export const logCountsFrom = (tasks: readonly EditableRecord[], today: Day): Day =>
  tasks
    .map(taskOf)
    .filter(({ cancelled, recurrence, goals }) => !cancelled && recurrence === 'once' && Object.keys(goals).length > 0)
    .map(({ since }) => since)
    .concat(addDays(today, -twoPeriods))
    .reduce((earliest, day) => (day < earliest ? day : earliest));

/** Everything a team has to do or has done in the rounds that are open on a day: its duties, and what was assigned to it. */
export const todosOf = (question: TodoQuestion): Todo[] => [
  ...question.tasks.flatMap((record) => todosOfTask(record, question)),
  ...duties.flatMap((duty) => todosOfDuty(duty, question)),
];

const todosOfTask = (record: EditableRecord, question: TodoQuestion): Todo[] => {
  const { unit, today, settings, closed, logged } = question;
  const task = taskOf(record);
  if (task.cancelled || !isFor(task, record.unit, unit)) return [];
  return roundsOf(task, today, settings.periodKind, closed).map(({ round, first, last }) => {
    const id = progressId(record.id, unit.id, round);
    const progress = progressOf(question.progress.get(id));
    // Of a task done once, work after its deadline counts as well: it is late, not worthless.
    const until = round === 'once' || last === null ? today : last;
    const tallies = Object.entries(task.goals).map(([measure, goal]) => ({
      measure,
      logged: logged(measure, first, until),
      goal,
    }));
    return {
      id,
      doing: record.id,
      round,
      what: { kind: 'task', task, home: record.unit },
      due: last,
      ongoing: false,
      steps: task.steps.map((text, place) => ({ text, done: progress.stepsDone.includes(place) })),
      tallies,
      progress,
      state: stateOf(progress, tallies.length > 0 && tallies.every((tally) => tally.logged >= tally.goal)),
    };
  });
};

const todosOfDuty = (duty: Duty, question: TodoQuestion): Todo[] => {
  const { unit, today, settings, logged } = question;
  const { first, last } = spanOf(periodOf(today, settings.periodKind), settings.periodKind);
  return dutyRounds(duty, question).map(({ round, due }) => {
    const id = progressId(duty.key, unit.id, round);
    const progress = progressOf(question.progress.get(id));
    const tallies = duty.measures.map((measure) => ({
      measure,
      logged: logged(measure, first, last, duty.channel),
      goal: 1,
    }));
    return {
      id,
      doing: duty.key,
      round,
      what: { kind: 'duty', duty },
      due,
      ongoing: duty.recurrence === 'ongoing',
      steps: [],
      tallies,
      progress,
      state: stateOf(
        progress,
        tallies.some((tally) => tally.logged > 0),
      ),
    };
  });
};

const stateOf = (progress: Progress, enoughLogged: boolean): Todo['state'] =>
  progress.answer !== 'done' && enoughLogged ? 'byEntries' : progress.answer;

/**
 * A duty's work is done within the period or not at all; only the month's figures can still be handed in after it, and
 * are until the commune closes the period.
 */
const dutyRounds = (
  { key, recurrence }: Duty,
  { today, settings, closed, begun }: TodoQuestion,
): { round: Round; due: Day | null }[] => {
  if (recurrence === 'once') return [{ round: 'once', due: null }];
  const now = periodOf(today, settings.periodKind);
  if (recurrence === 'ongoing') return [{ round: now, due: null }];
  if (key !== figuresDuty) return [{ round: now, due: spanOf(now, settings.periodKind).last }];
  return [shiftPeriod(now, -1), now]
    .filter((period) => !closed.includes(period) && spanOf(period, settings.periodKind).last >= begun)
    .map((period) => ({
      round: period,
      due: flagsOf(period, settings).find(({ step }) => step === 'villageToCommune')!.due,
    }));
};
