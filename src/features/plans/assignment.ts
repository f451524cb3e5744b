import type { Day } from '#model/day.ts';
import { isFor, type Recurrence, type Task, type TaskUnits } from '#model/records/task.ts';
import type { Json } from '#model/record.ts';
import type { Unit, UnitId } from '#model/unit.ts';

/** What the form for giving a task holds; text as it was typed. */
export type Assignment = {
  template: string | null;
  title: string;
  /** One step a line. */
  steps: string;
  recurrence: Recurrence;
  deadline: string;
  measure: string | null;
  count: string;
  to: 'all' | 'all-villages' | 'some';
  units: UnitId[];
  note: string;
  assignedBy: string;
};

export const emptyAssignment = (assignedBy: string): Assignment => ({
  template: null,
  title: '',
  steps: '',
  recurrence: 'once',
  deadline: '',
  measure: null,
  count: '',
  to: 'all',
  units: [],
  note: '',
  assignedBy,
});

export type AssignmentTrouble = 'deadlineNeeded' | 'goalMalformed';

/** A number of things to reach, or undefined where what was typed is none. */
const countOf = (text: string): number | undefined => (/^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : undefined);

/** What the form alone can mind; the rules mind the rest. */
export const troublesOf = ({ recurrence, deadline, measure, count }: Assignment): AssignmentTrouble[] => [
  ...(recurrence === 'once' && deadline === '' ? (['deadlineNeeded'] as const) : []),
  ...(measure !== null && countOf(count) === undefined ? (['goalMalformed'] as const) : []),
];

const unitsOf = ({ to, units }: Assignment): TaskUnits => (to === 'some' ? units : to);

/** The task as it is written down. */
export const taskFields = (form: Assignment, today: Day): Record<keyof Task, Json> => ({
  title: form.title.trim(),
  steps: form.steps
    .split('\n')
    .map((step) => step.trim())
    .filter((step) => step !== ''),
  recurrence: form.recurrence,
  deadline: form.deadline === '' ? null : form.deadline,
  since: today,
  goals: form.measure === null ? {} : { [form.measure]: countOf(form.count) ?? 1 },
  units: unitsOf(form),
  note: form.note.trim(),
  assignedBy: form.assignedBy.trim(),
  template: form.template,
  cancelled: false,
});

/** How many units of those known it would go to; undefined while they are not known. */
export const reachOf = (form: Assignment, home: UnitId, units: readonly Unit[] | undefined): number | undefined =>
  form.to === 'some'
    ? form.units.length
    : units?.filter((unit) => isFor({ units: unitsOf(form) }, home, unit)).length || undefined;
