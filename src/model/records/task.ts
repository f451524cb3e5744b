import * as v from 'valibot';
import { isDay, type Day } from '#model/day.ts';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { Measure } from '#model/indicator.ts';
import { isOfficer } from '#model/person.ts';
import { valueOf, type EditableRecord, type Json } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { Unit, UnitId } from '#model/unit.ts';

/** How often an assigned task has to be done. Weeks run from Monday to Sunday; months are the province's periods. */
export const recurrences = ['once', 'weekly', 'monthly'] as const;
export type Recurrence = (typeof recurrences)[number];

/**
 * Whom a task is for: units by name, 'all' directly below the unit that gave it (a commune's villages, a province's
 * communes), or 'all-villages' below it, however deep.
 */
export type TaskUnits = UnitId[] | 'all' | 'all-villages';

/** A task given from above, as it stands. What each unit did about it is a record of that unit's own (progress.ts). */
export type Task = {
  title: string;
  /** Ticked one by one, by their place in this list, which is why it only grows. */
  steps: string[];
  recurrence: Recurrence;
  /** Of a task done once: the last day in time. Of one that recurs: the last day on which it still does; null: no end. */
  deadline: Day | null;
  /** The day it was given; of a task done once, entries count towards its goals from this day on. */
  since: Day;
  /** How many of what each unit is to log; empty where a tick is all there is to say. */
  goals: Record<Measure, number>;
  units: TaskUnits;
  note: string;
  /** Who gave it, as people say it: 'Công an xã', 'UBND xã'. */
  assignedBy: string;
  /** The key of the template it was made from. */
  template: string | null;
  cancelled: boolean;
};

const titleLimit = 120;
const day = v.pipe(v.string(), v.check(isDay));
const schemas: { [Field in keyof Task]: v.GenericSchema<unknown, Json> } = {
  title: v.string(),
  steps: v.pipe(v.array(v.string()), v.maxLength(20)),
  recurrence: v.picklist(recurrences),
  deadline: v.nullable(day),
  since: day,
  goals: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[A-Z0-9_]{2,40}$/)),
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
    ),
    v.check((goals) => Object.keys(goals).length <= 5),
  ),
  units: v.union([v.picklist(['all', 'all-villages']), v.pipe(v.array(v.string()), v.maxLength(5_000))]),
  note: v.string(),
  assignedBy: v.pipe(v.string(), v.maxLength(60)),
  template: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  cancelled: v.boolean(),
};

const nothingSaid: Task = {
  title: '',
  steps: [],
  recurrence: 'once',
  deadline: null,
  since: '2022-01-06',
  goals: {},
  units: [],
  note: '',
  assignedBy: '',
  template: null,
  cancelled: false,
};

/** A task as its record stands; a field nobody wrote has its first value. */
export const taskOf = (record: EditableRecord): Task => {
  const said = Object.keys(nothingSaid).map((field) => [field, valueOf(record, field)] as const);
  return { ...nothingSaid, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) } as Task;
};

/** Whether a task homed at `home` is for a unit. */
export const isFor = (
  { units }: Pick<Task, 'units'>,
  home: UnitId,
  unit: Pick<Unit, 'id' | 'parent' | 'level'>,
): boolean =>
  Array.isArray(units) ? units.includes(unit.id) : units === 'all' ? unit.parent === home : unit.level === 'village';

/**
 * Tasks are given by officers. Faults: 'role-may-not-assign', 'title-missing', 'units-missing', 'deadline-past'
 * ({deadline}), 'steps-taken-away', and those of free text.
 */
export const taskDefinition: RecordDefinition = {
  type: 'task',
  field: (name) => (Object.prototype.hasOwnProperty.call(schemas, name) ? schemas[name as keyof Task] : undefined),
  examine: ({ set = {} }, { person, record, today }) => {
    if (!isOfficer(person.role)) return [fault('role-may-not-assign', 'unit')];
    const said = set as Partial<Task>;
    const faults: Fault[] = [];
    const needed = <Field extends keyof Task>(field: Field) => (record ? said[field] : (said[field] ?? ''));
    if (needed('title')?.trim() === '') faults.push(fault('title-missing', 'title'));
    if (needed('units')?.length === 0) faults.push(fault('units-missing', 'units'));
    if (said.deadline && said.deadline < today && said.deadline !== valueOf(record, 'deadline'))
      faults.push(fault('deadline-past', 'deadline', { deadline: said.deadline }));
    if (record && said.steps && said.steps.length < taskOf(record).steps.length)
      faults.push(fault('steps-taken-away', 'steps'));
    return [
      ...faults,
      ...examineText(said.title ?? '', 'title', titleLimit),
      ...(said.steps ?? []).flatMap((step, place) => examineText(step, `step.${place}`, titleLimit)),
      ...examineText(said.note ?? '', 'note'),
    ];
  },
};
