import type { UnitLevel } from '#model/unit.ts';

/** The documents of 2022 whose targets the app knows; the district's is Kế hoạch 40/KH-UBND, of a level abolished since. */
export const plans = ['national', 'hatinh', 'backan', 'district'] as const;
export type Plan = (typeof plans)[number];

/** A: procedures and online services; B: economy; C: digital citizens; D: ecosystem of data; E: steering. */
export const planGroups = ['A', 'B', 'C', 'D', 'E'] as const;
export type PlanGroup = (typeof planGroups)[number];

/** A number a plan names. 'Trên' is strictly greater, so '>'. `due`: a year, or a quarter as '2022-Q1'. */
export type PlanMetric = {
  op: '=' | '>' | '>=';
  value: number;
  unit: 'percent' | 'accounts' | 'services';
  of: string;
  due: string;
  /** Whom it is asked of, where the plan asks different numbers of different levels. */
  level?: 'ministry-province' | 'province' | 'district' | 'commune';
};

/** One target of a plan, in its own words. `to` is null where it goes on without an end. */
export type PlanTarget = {
  id: string;
  code: string;
  group: PlanGroup;
  from: number;
  to: number | null;
  text: string;
  metrics: PlanMetric[];
  forVillages?: boolean;
};

/** The period a plan's target runs for, as targets are named by it: '2022', '2023-2025', '2023-'. */
export const planPeriodOf = ({ from, to }: Pick<PlanTarget, 'from' | 'to'>): string =>
  from === to ? String(from) : `${from}-${to ?? ''}`;

const levelsOf: Record<UnitLevel, readonly string[]> = {
  province: ['province', 'ministry-province'],
  commune: ['commune'],
  village: ['commune'],
};

/** What a plan asks of a unit of that level: its own number where there is one, else the one asked of everybody. */
export const metricFor = ({ metrics }: Pick<PlanTarget, 'metrics'>, level: UnitLevel): PlanMetric | undefined =>
  metrics.find((metric) => metric.level && levelsOf[level].includes(metric.level)) ??
  metrics.find((metric) => !metric.level);

const isPlan = (text: string): text is Plan => (plans as readonly string[]).includes(text);

/** The plan whose target this is the id of, e.g. 'hatinh' of 'target-hatinh-c-2025-2030-01'. */
export const planOf = (id: string): Plan | undefined => {
  const plan = id.split('-')[1] ?? '';
  return isPlan(plan) ? plan : undefined;
};

/** A plan's targets in its order. Fetched when somebody looks: they are long, and a phone seldom needs them. */
export const planTargets = async (plan: Plan): Promise<PlanTarget[]> => (await load[plan]()).default as PlanTarget[];

const load: Record<Plan, () => Promise<{ default: unknown }>> = {
  national: () => import('#model/catalogue/plan-targets-national.json', { with: { type: 'json' } }),
  hatinh: () => import('#model/catalogue/plan-targets-hatinh.json', { with: { type: 'json' } }),
  backan: () => import('#model/catalogue/plan-targets-backan.json', { with: { type: 'json' } }),
  district: () => import('#model/catalogue/plan-targets-district.json', { with: { type: 'json' } }),
};
