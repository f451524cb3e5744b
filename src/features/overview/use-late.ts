import { useMemo } from 'react';
import { useFigures } from '#features/overview/use-figures.ts';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Day } from '#model/day.ts';
import type { Unit, UnitId } from '#model/unit.ts';

/** The communes whose period before is not closed though its day is gone by. Nobody below a commune closes anything. */
export const useLate = (
  unit: Pick<Unit, 'id' | 'level'>,
  period: PeriodId,
  settings: ProvinceSettings,
  today: Day,
): { late: ReadonlySet<UnitId>; before: PeriodId } => {
  const before = shiftPeriod(period, -1);
  const page = useFigures(unit.id, before);
  const due = flagsOf(before, settings).find(({ step }) => step === 'communeToProvince')?.due ?? '';
  const rows = unit.level === 'province' && due < today && page.kind === 'shown' ? page.body.rows : undefined;
  const late = useMemo(
    () => new Set((rows ?? []).filter(({ closed, entries }) => !closed && entries > 0).map(({ unit: { id } }) => id)),
    [rows],
  );
  return { late, before };
};
