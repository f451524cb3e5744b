import type { Measure } from '#model/indicator.ts';
import type { Recurrence } from '#model/records/task.ts';

/** A task that is given again and again; its title and steps stand in locales/{vi,en}/plans.json under the key. */
export type TaskTemplate = { key: string; recurrence: Recurrence; measure: Measure | null; count: number };

/** From the village team's duties (Kế hoạch 51/KH-UBND, slides 17–18) and the mobile points they are asked to fill. */
export const taskTemplates = [
  { key: 'session', recurrence: 'monthly', measure: 'TT_BUOI', count: 1 },
  { key: 'review', recurrence: 'once', measure: null, count: 0 },
  { key: 'loudspeaker', recurrence: 'weekly', measure: 'TT_PHAT_THANH', count: 2 },
  { key: 'mobile', recurrence: 'once', measure: 'DD_MUC2_VD', count: 10 },
  { key: 'services', recurrence: 'weekly', measure: 'DVC_HD', count: 5 },
  { key: 'report', recurrence: 'monthly', measure: null, count: 0 },
] as const satisfies readonly TaskTemplate[];

/** What a task given after one of the plan has for a template: the plan's task finds its answers by it. */
export const afterPlanItem = (key: string): string => `plan:${key}`;

export const isAfterPlanItem = (template: string | null): boolean => template?.startsWith('plan:') ?? false;

export type TemplateKey = (typeof taskTemplates)[number]['key'];
