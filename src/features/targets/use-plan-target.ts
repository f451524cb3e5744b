import { useEffect, useState } from 'react';
import { planOf, planTargets, type PlanTarget } from '#model/plan-target.ts';
import type { Goal } from '#model/records/target.ts';

/** A plan's target by its id, once its plan is read; undefined for one this app does not know. */
export const usePlanTarget = (goal: Goal): PlanTarget | undefined => {
  const [found, setFound] = useState<PlanTarget>();
  useEffect(() => {
    let gone = false;
    const plan = planOf(goal);
    if (plan) void planTargets(plan).then((all) => !gone && setFound(all.find(({ id }) => id === goal)));
    return () => {
      gone = true;
    };
  }, [goal]);
  return found?.id === goal ? found : undefined;
};
