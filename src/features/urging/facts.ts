import { paceOf, type MeritFacts } from '#model/merit.ts';
import type { PeriodId } from '#model/period.ts';
import { goalIsPercent, isPlanGoal, targetParts, targetValue } from '#model/records/target.ts';
import type { RecordRow } from '#store/database.ts';
import type { UnitStanding } from './standing.ts';

type About = { targets: readonly RecordRow[]; period: PeriodId; silentDays: number };

/** What a unit's month is judged by. Percentages and plans' targets are counted by others, and are left out. */
export const factsOf = ({ unit, row, standing }: UnitStanding, { targets, period }: About): MeritFacts => {
  const own = targets.flatMap(({ id, record }) => {
    const { goal, unit: of, period: when } = targetParts(id);
    const wanted = targetValue(record);
    if (of !== unit.id || when !== period || wanted === undefined || isPlanGoal(goal) || goalIsPercent(goal)) return [];
    return [{ wanted, reached: row.totals[goal] ?? 0 }];
  });
  return {
    unit: unit.id,
    daysLate: standing.kind === 'late' ? standing.daysLate : standing.kind === 'done' ? standing.daysLate : null,
    pace: paceOf(own),
    complete:
      unit.level === 'village' ? (row.entries > 0 ? 1 : 0) : row.teams > 0 ? row.teamsReported / row.teams : null,
    mended: false,
  };
};
