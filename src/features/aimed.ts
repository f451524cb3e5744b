import { measures, type Measure } from '#model/indicator.ts';
import { paceOf, type Pace } from '#model/pace.ts';
import type { PeriodId, PeriodSpan } from '#model/period.ts';
import type { Day } from '#model/day.ts';
import { isPlanGoal, ratioGoal, targetParts, targetValue, type Goal } from '#model/records/target.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

/** A target that is set: what is aimed at and how much. */
export type Aimed = { goal: Goal; value: number; row: RecordRow };

const place = (goal: Goal) => measures.indexOf(goal);

/** The targets set for a unit in a month, in the order of the catalogue. */
export const aimedAt = (rows: readonly RecordRow[], unit: UnitId, period: PeriodId): Aimed[] =>
  rows
    .flatMap((row) => {
      const parts = targetParts(row.id);
      const value = targetValue(row.record);
      const here = parts.unit === unit && parts.period === period && !isPlanGoal(parts.goal);
      return here && value !== undefined ? [{ goal: parts.goal, value, row }] : [];
    })
    .sort((a, b) => place(a.goal) - place(b.goal));

type Sums = Readonly<Record<Measure, number>>;

/** What there is of a goal: a count, or of those asked the percentage who were satisfied; null where nobody was asked. */
export const doneOf = (goal: Goal, sums: Sums): number | null => {
  if (goal !== ratioGoal) return sums[goal] ?? 0;
  const asked = sums['HAI_LONG_HOI'] ?? 0;
  return asked > 0 ? (100 * (sums['HAI_LONG'] ?? 0)) / asked : null;
};

/** A percentage needs no pace: it is reached or not, and every day may change it. */
export const paceTowards = (
  { goal, value }: Pick<Aimed, 'goal' | 'value'>,
  sums: Sums,
  span: PeriodSpan,
  today: Day,
): Pace => {
  const done = doneOf(goal, sums) ?? 0;
  const pace = paceOf(done, value, span, today);
  if (goal !== ratioGoal || pace.state !== 'onPace') return pace;
  return { ...pace, state: 'behind' };
};

/** Whole percents, but a hundred only once it is reached. */
export const shownRatio = (percent: number): number =>
  (percent < 100 ? Math.floor(percent) : Math.round(percent)) / 100;
