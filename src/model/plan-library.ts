import backan from '#model/catalogue/plan-tasks-backan.json' with { type: 'json' };
import hatinh from '#model/catalogue/plan-tasks-hatinh.json' with { type: 'json' };
import national from '#model/catalogue/plan-tasks-national.json' with { type: 'json' };
import type { Deadline } from '#model/deadline.ts';
import type { Day } from '#model/day.ts';

/** What is to hold at a level, and from which day. The district is of 2022; it ended on 1/7/2025. */
export type Stage = { level: 'province' | 'district' | 'commune'; from: Day };

/** A task as a plan of 2022 words it, with the bodies under their names of that time. */
export type PlannedTask = {
  /** 'hatinh-ii-07': the plan, and the number in it. */
  key: string;
  code: string;
  group: string;
  text: string;
  /** What it is a part of, where the plan says that above several. */
  under?: string;
  lead: string;
  coordinating: string | null;
  /** Of one in stages, the last. */
  deadline: Deadline;
  /** In the plan's own words. */
  deadlineText: string;
  stages?: Stage[];
};

export type PlanKey = 'national' | 'hatinh' | 'backan';
export type Plan = { plan: PlanKey; groups: { key: string; code: string; name: string }[]; tasks: PlannedTask[] };

/** The plans a province takes tasks over from: Quyết định 06 Phụ lục II, Hà Tĩnh Phụ lục II, Bắc Kạn phần III. */
export const planLibrary: Plan[] = [national, hatinh, backan] as Plan[];

const byKey = new Map(planLibrary.flatMap(({ tasks }) => tasks).map((task) => [task.key, task]));

export const plannedTask = (key: string): PlannedTask | undefined => byKey.get(key);
