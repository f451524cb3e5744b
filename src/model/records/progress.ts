import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { RecordId } from '#model/operation.ts';
import { periodOf } from '#model/period.ts';
import { standing, valueOf, type EditableRecord, type FieldName } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/** What there is to do: a duty, by its key in the catalogue, or an assigned task, by its record. */
export type Doing = string;

/** One time of doing it: 'once', a period ('2026-11'), or a week by its Monday ('2026-11-09'). */
export type Round = string;

/** Why something was not done, to choose from; what else there is to say goes into the note. */
export const reasonsNotDone = [
  'nguoi-dan-vang',
  'chua-co-may',
  'mat-song',
  'cho-cong-an',
  'thoi-tiet',
  'khong-co-o-thon',
  'khac',
] as const;
export type ReasonNotDone = (typeof reasonsNotDone)[number];

/**
 * The name of how a unit stands with something to do. It exists without anybody making it, so that two members who tick
 * the same box without a signal write the same record (rule I3).
 */
export const progressId = (doing: Doing, unit: UnitId, round: Round): RecordId => `progress:${doing}:${unit}:${round}`;

const nameOfProgress =
  /^progress:([a-z0-9]+(?:-[a-z0-9]+)*):([0-9]{2,5}(?:-[0-9A-Za-z-]{1,20})?):(once|\d{4}-\d{2}(?:-\d{2})?)$/;

/** The parts of a progress record's name; undefined for a name that is none. */
export const readProgressId = (id: RecordId): { doing: Doing; unit: UnitId; round: Round } | undefined => {
  const [, doing, unit, round] = nameOfProgress.exec(id) ?? [];
  return doing && unit && round ? { doing, unit, round } : undefined;
};

export const stepField = (place: number): FieldName => `step.${place}`;

/** `open`: neither done nor given up. A tick beats a reason: who did it after all need not take the reason away first. */
export type Answer = 'open' | 'done' | 'notDone';

export type Progress = { answer: Answer; reason: ReasonNotDone | null; note: string; stepsDone: number[] };

/** How a unit stands with something, as its record says; undefined: nobody touched it yet. */
export const progressOf = (record: EditableRecord | undefined): Progress => {
  const reason = (valueOf(record, 'reason') ?? null) as ReasonNotDone | null;
  const note = valueOf(record, 'note');
  const stepsDone = Object.keys(record?.fields ?? {})
    .filter((field) => field.startsWith('step.') && valueOf(record, field) === true)
    .map((field) => Number(field.slice('step.'.length)))
    .sort((a, b) => a - b);
  return {
    answer: valueOf(record, 'done') === true ? 'done' : reason ? 'notDone' : 'open',
    reason,
    note: typeof note === 'string' ? note : '',
    stepsDone,
  };
};

/** When it was last ticked or answered, in seconds by the writer's clock, and by whom. */
export const answeredBy = (record: EditableRecord | undefined) =>
  standing(record, progressOf(record).answer === 'done' ? 'done' : 'reason');

const schemas: Record<string, v.GenericSchema<unknown, boolean | string | null>> = {
  done: v.boolean(),
  reason: v.nullable(v.picklist(reasonsNotDone)),
  note: v.string(),
};

/**
 * Written by the unit itself and by nobody above it: an officer who needs another answer asks for it. Faults:
 * 'progress-not-yours', 'period-closed' ({period}), and those of free text. Whose a record is, its name says already.
 */
export const progressDefinition: RecordDefinition = {
  type: 'progress',
  name: nameOfProgress,
  field: (name) => (/^step\.(?:\d|1\d)$/.test(name) ? v.boolean() : schemas[name]),
  examine: ({ record: id = '', set = {} }, { person, unit, settings, closedPeriods }) => {
    if (person.unit !== unit.id) return [fault('progress-not-yours', 'unit')];
    const { round } = readProgressId(id)!;
    const period = round.length === 10 ? periodOf(round, settings.periodKind) : round;
    if (closedPeriods.includes(period)) return [fault('period-closed', 'record', { period })];
    return examineText(String(set['note'] ?? ''), 'note');
  },
};
