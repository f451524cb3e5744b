import * as v from 'valibot';
import type { Day } from '#model/day.ts';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { limitsOf } from '#model/indicator.ts';
import type { RecordId } from '#model/operation.ts';
import { isPeriod, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import type { EditableRecord, RecordWrite } from '#model/record.ts';
import { valueOf } from '#model/record.ts';
import type { RecordDefinition, WriteCircumstances } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/** What is aimed at: a measure's code, which the teams count, or the id of a plan's target, which others count. */
export type Goal = string;
/** A month 'YYYY-MM' for a measure; for a plan's target what the plan says: '2022', '2025-2030', '2023-' without an end. */
export type TargetPeriod = string;
export type TargetParts = { goal: Goal; unit: UnitId; period: TargetPeriod };

/** How a number was shared out: by population, equally, by hand; a percentage is the same for everybody. */
export const allocationWays = ['population', 'equal', 'hand', 'same'] as const;
export type AllocationWay = (typeof allocationWays)[number];

/** Asked as a percentage of those asked, and not as a count (Quyết định 06, II.2.a: trên 90 % hài lòng). */
export const ratioGoal = 'HAI_LONG';
export const isPlanGoal = (goal: Goal): boolean => goal.startsWith('target-');
export const goalIsPercent = (goal: Goal): boolean => goal === ratioGoal;

/** More than Vietnam has people. */
export const mostOfTarget = 1_000_000_000;
const months = String.raw`[A-Z][A-Z0-9_]{1,31}:[\w-]{1,64}:\d{4}-(?:0[1-9]|1[0-2])`;
const planned = String.raw`target-[a-z]+-[a-z]-[0-9a-z-]{1,32}:[\w-]{1,64}:\d{4}(?:-(?:\d{4})?)?`;

/** The name of the target of a unit for a period (rule I3): it is there without anybody making it. */
export const targetName = ({ goal, unit, period }: TargetParts): RecordId => `target:${goal}:${unit}:${period}`;

/** What a target's name says. */
export const targetParts = (id: RecordId): TargetParts => {
  const [, goal = '', unit = '', period = ''] = id.split(':');
  return { goal, unit, period };
};

/** What has to be reached; undefined where no target is set, or was taken back. */
export const targetValue = (record: EditableRecord | undefined): number | undefined => {
  const value = valueOf(record, 'value');
  return typeof value === 'number' ? value : undefined;
};

/** A target is frozen once its last day is past, or its month is closed (rule S3). */
export const targetIsPast = (
  period: TargetPeriod,
  { today, kind, closed }: { today: Day; kind: PeriodKind; closed: readonly PeriodId[] },
): boolean => {
  const isMonth: boolean = isPeriod(period);
  if (isMonth) return closed.includes(period) || spanOf(period, kind).last < today;
  const [from = '', to = from] = period.split('-');
  return to !== '' && to < today.slice(0, 4);
};

const Value = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(mostOfTarget)));
const fields: Record<string, ReturnType<RecordDefinition['field']>> = {
  value: Value,
  note: v.string(),
  way: v.picklist(allocationWays),
};

/**
 * A target set for a unit and a period by officers above it. `value`: the number to reach, null when taken back; `way`:
 * how it was shared out; `note`: why. Faults: 'officers-only', 'target-set-above', 'record-elsewhere', 'measure-unknown',
 * 'target-period-past', and those of a text.
 */
export const target: RecordDefinition = {
  type: 'target',
  name: new RegExp(`^target:(?:${months}|${planned})$`),
  field: (name) => fields[name],
  examine: (write, about) => [
    ...examineRight(about),
    ...examineName(write, about),
    ...examineValue(write),
    ...examineText(String(write.set?.['note'] ?? ''), 'note'),
  ],
};

/** A target comes from above: a commune gives its villages theirs, and has its own from the province. */
const examineRight = ({ person, unit }: WriteCircumstances): Fault[] => {
  if (!isOfficer(person.role)) return [fault('officers-only', 'value')];
  return person.role === 'communeOfficer' && unit.level !== 'village' ? [fault('target-set-above', 'value')] : [];
};

const examineName = ({ record = '' }: RecordWrite, about: WriteCircumstances): Fault[] => {
  const { goal, unit, period } = targetParts(record);
  if (unit !== about.unit.id) return [fault('record-elsewhere', 'record')];
  if (!isPlanGoal(goal) && !limitsOf(goal)) return [fault('measure-unknown', goal, { measure: goal })];
  const { today, settings, closedPeriods } = about;
  return targetIsPast(period, { today, kind: settings.periodKind, closed: closedPeriods })
    ? [fault('target-period-past', 'value')]
    : [];
};

/** The teams count in whole numbers; a share of those asked, and a plan, may say half a percent. */
const examineValue = ({ record = '', set = {} }: RecordWrite): Fault[] => {
  const { goal } = targetParts(record);
  const value = set['value'];
  if (typeof value !== 'number' || isPlanGoal(goal)) return [];
  const fits = goalIsPercent(goal) ? value <= 100 : Number.isInteger(value);
  return fits ? [] : [fault('record-malformed', 'value', { field: 'value' })];
};
