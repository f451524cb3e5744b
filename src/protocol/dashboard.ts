import * as v from 'valibot';
import { Figures } from '#protocol/figures.ts';
import { ReportStanding } from '#protocol/report.ts';
import { Day, Period } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger());
const Totals = v.record(v.string(), Count);

/**
 * The figures of a unit for a period, with what they are held against. `day` of `days` of the period are gone, today
 * included; of a period that is over, all. Read from kept sums (rule S2).
 */
export const Dashboard = v.object({
  ...Figures.entries,
  day: Count,
  days: Count,
  /** The period before, up to the same day of it: all of it once this one is over. `rows` of the units right below, as they then were. */
  sameDay: v.object({
    period: Period,
    totals: Totals,
    rows: v.array(v.object({ unit: v.string(), totals: Totals })),
  }),
  /** The whole period before, and how the report of it stands; a province of yesterday does not say. */
  before: v.object({ period: Period, totals: Totals, report: v.optional(ReportStanding) }),
  /**
   * Of the asked unit, added up from the period's first day on: one number for each of the `days`, of which `current` has
   * those that are gone; `before` has one for each day of the period before. Measures of nothing are left out.
   */
  series: v.object({
    days: v.array(Day),
    current: v.record(v.string(), v.array(Count)),
    before: v.record(v.string(), v.array(Count)),
  }),
  /** Of the units right below, those whose period is closed (rule S3). */
  closedBelow: Count,
  /** Obstacles of the unit and all below it, whenever they were raised: not solved, and those waiting for an answer of the unit's own level. */
  obstacles: v.object({ open: Count, waitingHere: Count }),
});
export type Dashboard = v.InferOutput<typeof Dashboard>;

export const DashboardQuestion = v.object({ unit: v.optional(v.string()), period: v.optional(Period) });
