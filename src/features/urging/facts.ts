import { paceOf, type MeritFacts, type Signs } from '#model/merit.ts';
import type { PeriodId } from '#model/period.ts';
import { goalIsPercent, isPlanGoal, targetParts, targetValue } from '#model/records/target.ts';
import { confirmationId } from '#model/records/confirmation.ts';
import type { RecordRow } from '#store/database.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import type { UnitStanding } from './standing.ts';

/** A unit's month with what speaks for and against it. */
export type Judged = { one: UnitStanding; facts: MeritFacts; said: Signs };

type About = {
  targets: readonly RecordRow[];
  period: PeriodId;
  confirmations: readonly RecordRow[];
  below: ReportPage['below'];
};

/** What a unit's month is judged by. Percentages and plans' targets are counted by others, and are left out. */
export const factsOf = (
  { unit, row, standing }: UnitStanding,
  { targets, period, confirmations, below }: About,
): MeritFacts => {
  const word = confirmations.find(({ id }) => id === confirmationId(unit.id, period))?.record;
  const report = below.find((one) => one.unit === unit.id);
  const own = targets.flatMap(({ id, record }) => {
    const { goal, unit: of, period: when } = targetParts(id);
    const wanted = targetValue(record);
    if (of !== unit.id || when !== period || wanted === undefined || isPlanGoal(goal) || goalIsPercent(goal)) return [];
    return [{ wanted, reached: row.totals[goal] ?? 0 }];
  });
  return {
    unit: unit.id,
    daysLate: 'daysLate' in standing ? standing.daysLate : null,
    pace: paceOf(own),
    complete:
      unit.level === 'village' ? (row.entries > 0 ? 1 : 0) : row.teams > 0 ? row.teamsReported / row.teams : null,
    mended:
      (word?.fields['state'] ?? []).some(({ value }) => value === 'returned') ||
      report?.standing === 'returned' ||
      (report?.late ?? 0) > 0,
  };
};
