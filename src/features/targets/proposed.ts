import { metricFor, planOf, type PlanTarget } from '#model/plan-target.ts';
import type { UnitLevel } from '#model/unit.ts';

/**
 * What to begin with when a unit takes a plan's target over: a percentage as the plan has it; a count only where the plan
 * is of a province and a province takes it. A country's or a district's count is nobody's here.
 */
export const proposedFor = (target: PlanTarget, level: UnitLevel): number | undefined => {
  const metric = metricFor(target, level);
  if (!metric || metric.unit === 'percent') return metric?.value;
  const plan = planOf(target.id);
  return level === 'province' && (plan === 'hatinh' || plan === 'backan') ? metric.value : undefined;
};
