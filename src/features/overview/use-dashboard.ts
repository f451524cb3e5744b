import { useLive } from '#features/handbook.tsx';
import { dashboardOf } from '#features/overview/addresses.ts';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import { link } from '#store/link.ts';
import { keptDashboard, type Dashboard } from '#store/officer-pages.ts';

/** The figures of a unit and period with what they are held against, live: what was kept at once, what is new as soon as it came. */
export const useDashboard = (unit: UnitId, period: PeriodId): ProvincePage<Dashboard> => {
  const name = dashboardOf(unit, period);
  useWanted([name]);
  const known = useLive(async (db) => ({ name, kept: await keptDashboard(db, name), link: await link(db) }), [name]);
  // For one moment the live query still answers for the page looked at before.
  return known?.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};
