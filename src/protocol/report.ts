import * as v from 'valibot';
import { reportSteps } from '#model/report-steps.ts';
import { Figures } from '#protocol/figures.ts';
import { Period, Day, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger());
const UnitCode = v.string();
const TotalsOfUnit = v.record(v.string(), Count);
const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

export const ReportQuestion = v.object({ unit: v.optional(v.string()), period: v.optional(Period) });

/** How a report stands (model/report-steps.ts). */
export const ReportStanding = v.picklist(['open', 'closed', 'returned', 'consolidated', 'sent']);

/**
 * One step of a report; they are added to and never changed. `number` counts from 1. `missing`: who was late when it was taken,
 * the villages that had not confirmed, the communes that had not closed. Times in seconds by the province's clock.
 */
export const ReportStep = v.object({
  step: v.picklist(reportSteps),
  number: Count,
  at: Count,
  by: v.string(),
  reason: v.nullable(v.string()),
  missing: v.array(UnitCode),
});
export type ReportStep = v.InferOutput<typeof ReportStep>;

/**
 * An operation that came after its period was closed (rule S3). `operation` is its name, as in '17-3'; `counts` what it
 * would change in the sums of the period, 0 left out. `at` by the phone's clock, `date` of the work. `twin` names an earlier one of the same phone that
 * says the same, by an app that does not say what it wrote anew: only one of the two can be taken in. `hindrance`: the rule
 * that it breaks besides, if it does; it cannot be taken in then.
 */
export const LateOperation = v.object({
  operation: v.string(),
  unit: UnitCode,
  by: v.string(),
  kind: v.string(),
  at: Count,
  receivedAt: Count,
  date: v.nullable(v.string()),
  counts: TotalsOfUnit,
  twin: v.nullable(v.string()),
  hindrance: v.nullable(v.string()),
});
export type LateOperation = v.InferOutput<typeof LateOperation>;

/** A numbered amendment: the operations it let in, and what they changed, by village and for the commune. */
export const Amendment = v.object({
  number: Count,
  at: Count,
  by: v.string(),
  reason: v.string(),
  operations: v.array(LateOperation),
  difference: v.array(v.object({ unit: UnitCode, measure: v.string(), before: Count, after: Count })),
});
export type Amendment = v.InferOutput<typeof Amendment>;

const Confirmation = v.object({
  unit: UnitCode,
  state: v.picklist(['none', 'confirmed', 'returned']),
  at: v.nullable(Count),
  by: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  /** Entries of the period that came after it was confirmed. */
  entriesSince: Count,
});

const Below = v.object({
  unit: UnitCode,
  standing: ReportStanding,
  /** Of the step that made it so. */
  at: v.nullable(Count),
  /** Of the commune's closing. */
  missing: v.array(UnitCode),
  /** Operations that came late and are in no amendment yet. */
  late: Count,
  /** Taken since the province last consolidated. */
  amendedSince: Count,
});

/**
 * Everything a report of a period is made from, and how far it has come. Of a commune: `confirmations` of its villages, `late`,
 * `amendments`, and `above`: how the province's own stands. Of a province: `below`, its communes, and `consolidated`: the sums
 * as they stood when it last consolidated, to hold later ones against. What does not belong to the level is empty or null.
 */
export const ReportPage = v.object({
  unit: Unit,
  period: Period,
  first: Day,
  last: Day,
  at: Count,
  standing: ReportStanding,
  figures: Figures,
  before: v.object({
    period: Period,
    totals: TotalsOfUnit,
    rows: v.array(v.object({ unit: UnitCode, totals: TotalsOfUnit })),
  }),
  /** January's period up to this one. */
  year: v.object({ from: Period, totals: TotalsOfUnit }),
  confirmations: v.array(Confirmation),
  below: v.array(Below),
  steps: v.array(ReportStep),
  late: v.array(LateOperation),
  amendments: v.array(Amendment),
  above: v.nullable(v.object({ unit: UnitCode, standing: ReportStanding, at: v.nullable(Count) })),
  consolidated: v.nullable(
    v.object({
      at: Count,
      totals: TotalsOfUnit,
      rows: v.array(v.object({ unit: UnitCode, totals: TotalsOfUnit })),
    }),
  ),
});
export type ReportPage = v.InferOutput<typeof ReportPage>;

const About = {
  unit: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  period: Period,
  /** How many steps of this report its officer had before them: two who act at once do nothing twice. */
  known: v.pipe(Count, v.minValue(0)),
};

/** The body of each command at /api/report/…; all are answered with the ReportPage as it stands after them. */
export const reportCommands = {
  close: v.strictObject(About),
  return: v.strictObject({ ...About, reason: Reason }),
  submit: v.strictObject(About),
  amend: v.strictObject({
    ...About,
    reason: Reason,
    operations: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,10}-\d{1,10}$/))), v.maxLength(5000)),
  }),
  consolidate: v.strictObject(About),
  sent: v.strictObject(About),
} as const;
export type ReportCommandName = keyof typeof reportCommands;
export type ReportCommand = {
  [Name in ReportCommandName]: { command: Name } & v.InferOutput<(typeof reportCommands)[Name]>;
}[ReportCommandName];
