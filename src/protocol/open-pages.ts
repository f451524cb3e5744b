import * as v from 'valibot';
import { Day, Period, Unit } from '#protocol/situation.ts';

/*
 * What other systems read under /api/v1. Fields are added, never taken away or given another meaning. Instants are ISO 8601
 * in UTC, days 'YYYY-MM-DD', periods 'YYYY-MM', units the official codes.
 */

const Count = v.pipe(v.number(), v.safeInteger());
const Instant = v.pipe(v.string(), v.isoTimestamp());

export const OpenUnit = v.object({
  code: v.string(),
  name: v.string(),
  type: Unit.entries.type,
  level: Unit.entries.level,
  parent: v.nullable(v.string()),
  validFrom: Day,
  validTo: v.nullable(Day),
  /** What came in its place, where it was merged or split. */
  successors: v.array(v.string()),
});
export type OpenUnit = v.InferOutput<typeof OpenUnit>;

/** `communes` of the token's area, and how many of them closed the period: its figures change no more. */
export const OpenPeriod = v.object({ period: Period, first: Day, last: Day, communes: Count, closed: Count });
export type OpenPeriod = v.InferOutput<typeof OpenPeriod>;

/** What the teams counted. `teams` there are, `teamsReported` sent something: sums are never without how complete they are. */
export const OpenFigures = v.object({
  unit: v.string(),
  name: v.string(),
  level: Unit.entries.level,
  period: Period,
  closed: v.boolean(),
  teams: Count,
  teamsReported: Count,
  lastReceivedAt: v.nullable(Instant),
  totals: v.record(v.string(), Count),
});
export type OpenFigures = v.InferOutput<typeof OpenFigures>;

/** `goal`: a measure's code, or the id of a plan's target; `period` a month, or years as the plan says them: '2025-2030'. */
export const OpenTarget = v.object({
  unit: v.string(),
  name: v.string(),
  goal: v.string(),
  period: v.string(),
  value: v.number(),
});
export type OpenTarget = v.InferOutput<typeof OpenTarget>;

/** How a commune's report of a period stands. */
export const OpenReport = v.object({
  unit: v.string(),
  name: v.string(),
  period: Period,
  /** 'open', 'closed', 'returned', 'consolidated' or 'sent'. */
  standing: v.string(),
  closedAt: v.nullable(Instant),
  /** Numbered ones, taken in after it was closed. */
  amendments: Count,
});
export type OpenReport = v.InferOutput<typeof OpenReport>;

/** `next` is the `cursor` of the page after it; null on the last. */
export const openPage = <Row extends v.GenericSchema>(row: Row) =>
  v.object({ data: v.array(row), next: v.nullable(v.string()) });

const Format = v.optional(v.picklist(['json', 'csv']));
const Limit = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(1000)),
  '200',
);
const paged = { format: Format, limit: Limit, cursor: v.optional(v.string()) };

export const OpenUnitsQuestion = v.object({ ...paged, asOf: v.optional(Day) });
export const OpenPeriodsQuestion = v.object(paged);
export const OpenFiguresQuestion = v.object({
  ...paged,
  period: v.optional(Period),
  level: v.optional(Unit.entries.level, 'commune'),
  unit: v.optional(v.string()),
});
export const OpenTargetsQuestion = v.object({ ...paged, period: v.optional(Period) });
export const OpenReportsQuestion = v.object({ ...paged, period: v.optional(Period) });
