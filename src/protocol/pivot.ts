import * as v from 'valibot';
import { isPeriod } from '#model/period.ts';
import { Day, Period, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger());

/** How the cells of a pivot are told apart. Days have a question of their own: `until`. */
export const pivotParts = ['none', 'channel', 'place', 'gender', 'age', 'vulnerable', 'service'] as const;
export type PivotPart = (typeof pivotParts)[number];

/** The value of gender, age and service under which stands what no cell names: with it, the values of a measure add up to its total. */
export const unsaid = 'unsaid';

/** The most a pivot may come to; beyond, 'pivot-too-large' says what to leave out. */
export const pivotLimits = { periods: 36, measures: 40, cells: 50_000 } as const;

const list = <Item extends string>(is: (item: string) => item is Item, most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(','))]),
    v.check((items) => items.length <= most && items.every(is)),
  );
const isMeasureCode = (text: string): text is string => /^[A-Z0-9_]{2,40}$/.test(text);

/**
 * `of`: the unit itself, the units right below it, or all villages in it. `periods` and `measures` are lists with commas
 * between. `by` gender, age, vulnerable and service tell apart what the entries' optional cells say. `until=sameDay` counts each period up
 * to the day of it that today is of the current one; only whole sums (`by=none`) are kept by day.
 */
export const PivotQuestion = v.pipe(
  v.object({
    unit: v.optional(v.string()),
    of: v.optional(v.picklist(['self', 'below', 'villages']), 'below'),
    periods: list(isPeriod, pivotLimits.periods),
    measures: list(isMeasureCode, pivotLimits.measures),
    by: v.optional(v.picklist(pivotParts), 'none'),
    until: v.optional(v.picklist(['whole', 'sameDay']), 'whole'),
  }),
  v.check(({ by, until }) => by === 'none' || until === 'whole'),
);
export type PivotQuestion = v.InferOutput<typeof PivotQuestion>;

/** Sums by unit, period, measure and value of one part, for officers. `at`: seconds, by the province's clock. Nothing is told of what is 0. */
export const Pivot = v.object({
  unit: Unit,
  at: Count,
  /** `last`: the last day counted. `closed` of the `of` communes that stood in the period have closed it (rule S3). */
  periods: v.array(v.object({ period: Period, first: Day, last: Day, closed: Count, of: Count })),
  /** All that stood in one of the periods. */
  units: v.array(Unit),
  completeness: v.array(v.object({ unit: v.string(), period: Period, teamsReported: Count, teams: Count })),
  /** `value` is '' when told apart by nothing. `total` null: hidden, see model/small-cells.ts. */
  cells: v.array(
    v.object({
      unit: v.string(),
      period: Period,
      measure: v.string(),
      value: v.string(),
      total: v.nullable(Count),
    }),
  ),
  /** Of all the units shown. `rounded`: to tens, since a cell of it is hidden. */
  sums: v.array(
    v.object({ period: Period, measure: v.string(), value: v.string(), total: Count, rounded: v.boolean() }),
  ),
});
export type Pivot = v.InferOutput<typeof Pivot>;
export type PivotCell = Pivot['cells'][number];
