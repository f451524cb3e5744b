import { useOfficerRecords } from '#features/officer-records.ts';
import type { ProvincePage } from '#features/province-page.ts';
import type { Situation } from '#features/situation.ts';
import { planItemOf, type PlanItem } from '#model/records/plan-item.ts';
import type { RecordRow } from '#store/database.ts';

export type PlanRow = { item: PlanItem; row: RecordRow };
export type KnownPlan = {
  /** Undefined while nothing is known yet; `page` says why. */
  tasks: PlanRow[] | undefined;
  page: ProvincePage<{ at: number }>;
};

/** The province's plan as this device knows it; a commune's officer reads it. */
export const usePlan = ({ units }: Situation): KnownPlan => {
  const { rows, page } = useOfficerRecords('plan-item');
  const province = units.find(({ level }) => level === 'province')?.id;
  return {
    tasks: rows?.flatMap((row) => {
      const item = row.unit === province ? planItemOf(row.record) : undefined;
      return item ? [{ item, row }] : [];
    }),
    page,
  };
};
