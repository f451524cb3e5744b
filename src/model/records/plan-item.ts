import * as v from 'valibot';
import type { Day } from '#model/day.ts';
import { isDeadline, isPast, ongoing, type Deadline } from '#model/deadline.ts';
import { examineText, fault, noteLimit } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { RecordId } from '#model/operation.ts';
import { isPeriod, periodOf, type PeriodId } from '#model/period.ts';
import { isOfficer, type PersonId } from '#model/person.ts';
import { plannedTask, type PlannedTask, type Stage } from '#model/plan-library.ts';
import { conflicts, standing, valueOf, type EditableRecord, type FieldName, type RecordWrite } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/** How a task of a plan stands. That it is late is no status: the days say it. */
export const planStatuses = ['waiting', 'doing', 'steady', 'done', 'dropped'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** A task's key in the library, or 'own-…' for one of the unit's own plan. */
export type PlanItemKey = string;

/**
 * The name of a task in a unit's plan. It is what it is and nobody makes it, so that two officers who take the same task
 * over, or bring in the same file, write the same record (rule I3).
 */
export const planItemId = (key: PlanItemKey, unit: UnitId): RecordId => `plan-item:${key}:${unit}`;

const nameOfItem = /^plan-item:([a-z0-9]+(?:-[a-z0-9]+)+):([0-9A-Za-z-]{1,24})$/;

/** The parts of a plan item's name; undefined for a name that is none. */
export const readPlanItemId = (id: RecordId): { key: PlanItemKey; unit: UnitId } | undefined => {
  const [, key, unit] = nameOfItem.exec(id) ?? [];
  return key && unit ? { key, unit } : undefined;
};

export const isOwnItem = (key: PlanItemKey): boolean => key.startsWith('own-');

/** How far it has come, said once for each month of reports. */
export const noteField = (period: PeriodId): FieldName => `note.${period}`;
const noteOf = (field: FieldName): PeriodId | undefined => {
  const period = field.startsWith('note.') ? field.slice('note.'.length) : '';
  return isPeriod(period) ? period : undefined;
};

/** The longest task of the national plan has 455 characters. */
export const taskTextLimit = 1000;
export const bodyLimit = 200;

const texts = { text: taskTextLimit, group: bodyLimit, code: 20, owner: bodyLimit, coordinating: 500 } as const;
/** What a task of one's own plan cannot do without; one of the library has it from there. */
const needed = ['code', 'text', 'owner', 'deadline'] as const;

const schemas: Record<string, v.GenericSchema<unknown, string>> = {
  status: v.picklist(planStatuses),
  deadline: v.pipe(v.string(), v.check(isDeadline)),
  ...Object.fromEntries(Object.keys(texts).map((field) => [field, v.string()])),
};

/**
 * A task of a unit's plan, taken over from the library or brought in from a file. Written by the officers of the unit
 * whose plan it is. Faults: 'officers-only', 'record-elsewhere', 'plan-task-unknown', 'month-ahead' ({period}),
 * 'record-malformed' ({field}), and those of free text.
 */
export const planItemDefinition: RecordDefinition = {
  type: 'plan-item',
  name: nameOfItem,
  field: (name) => (noteOf(name) ? v.string() : own(schemas, name)),
  examine: ({ record: id = '', set = {} }, { person, unit, record, today, settings }) => {
    if (!isOfficer(person.role)) return [fault('officers-only', 'record')];
    const named = readPlanItemId(id);
    if (unit.id !== person.unit || named?.unit !== unit.id) return [fault('record-elsewhere', 'record')];
    const isOwn = isOwnItem(named.key);
    if (!isOwn && !plannedTask(named.key)) return [fault('plan-task-unknown', 'record')];
    const current = periodOf(today, settings.periodKind);
    return [
      ...(isOwn && !record ? missing(set) : []),
      ...Object.keys(set).flatMap((field) => {
        const period = noteOf(field);
        return period && period > current ? [fault('month-ahead', field, { period })] : [];
      }),
      ...Object.entries(set).flatMap(([field, value]) =>
        examineText(
          field === 'status' || field === 'deadline' ? '' : String(value),
          field,
          own(texts, field) ?? noteLimit,
        ),
      ),
    ];
  },
};

const own = <Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(of, name) ? of[name] : undefined;

const missing = (set: NonNullable<RecordWrite['set']>): Fault[] =>
  needed
    .filter((field) => String(set[field] ?? '').trim() === '')
    .map((field) => fault('record-malformed', field, { field }));

export type MonthNote = { period: PeriodId; text: string; by: PersonId; at: number };

/** A task of a plan as it stands, with what its record leaves to the library. */
export type PlanItem = {
  id: RecordId;
  key: PlanItemKey;
  unit: UnitId;
  code: string;
  group: string;
  text: string;
  under: string | null;
  /** Who does it now. */
  owner: string;
  coordinating: string;
  deadline: Deadline;
  stages: Stage[];
  status: PlanStatus;
  /** Newest month first; months without a word are left out. */
  notes: MonthNote[];
  /** Two officers wrote something of it without knowing of each other (rule M2). */
  disputed: boolean;
  /** The task of the library it was taken over from. */
  planned: PlannedTask | undefined;
};

/** Undefined for a record of another type, or of a task that neither the library nor the record puts into words. */
export const planItemOf = (record: EditableRecord): PlanItem | undefined => {
  const named = readPlanItemId(record.id);
  if (!named) return undefined;
  const planned = plannedTask(named.key);
  const said = (field: string, otherwise: string) => String(valueOf(record, field) ?? otherwise);
  const text = said('text', planned?.text ?? '');
  if (text === '') return undefined;
  const deadline = said('deadline', planned?.deadline ?? ongoing);
  return {
    id: record.id,
    key: named.key,
    unit: record.unit,
    code: said('code', planned?.code ?? ''),
    group: said('group', planned?.group ?? ''),
    text,
    under: planned?.under ?? null,
    owner: said('owner', planned?.lead ?? ''),
    coordinating: said('coordinating', planned?.coordinating ?? ''),
    deadline,
    stages: planned?.stages ?? [],
    status: said('status', deadline === ongoing ? 'steady' : 'waiting') as PlanStatus,
    notes: notesOf(record),
    disputed: conflicts(record).length > 0,
    planned,
  };
};

const notesOf = (record: EditableRecord): MonthNote[] =>
  Object.keys(record.fields)
    .flatMap((field) => {
      const period = noteOf(field);
      const note = period && standing(record, field);
      return note && note.value !== '' ? [{ period, text: String(note.value), by: note.by, at: note.at }] : [];
    })
    .sort((one, other) => (one.period < other.period ? 1 : -1));

const over: readonly PlanStatus[] = ['done', 'dropped'];

/** Its last day is past and it is not done. Work that goes on without end is never late. */
export const isLate = ({ status, deadline }: Pick<PlanItem, 'status' | 'deadline'>, today: Day): boolean =>
  !over.includes(status) && isPast(deadline, today);
