import { leadingBody } from '#model/body.ts';
import type { Day } from '#model/day.ts';
import { lastDayOf } from '#model/deadline.ts';
import type { PeriodId } from '#model/period.ts';
import { isLate, type PlanItem, type PlanStatus } from '#model/records/plan-item.ts';

/** How a task stands, the days included. */
export type PlanState = 'late' | PlanStatus;

export const stateOf = (item: Pick<PlanItem, 'status' | 'deadline'>, today: Day): PlanState =>
  isLate(item, today) ? 'late' : item.status;

/** What asks for a look first stands first. */
export const planStates: readonly PlanState[] = ['late', 'doing', 'waiting', 'steady', 'done', 'dropped'];

export type BoardGroup = { body: string; items: PlanItem[]; counts: Record<PlanState, number> };

const countsOf = (items: readonly PlanItem[], today: Day): Record<PlanState, number> => {
  const counts: Record<PlanState, number> = { late: 0, doing: 0, waiting: 0, steady: 0, done: 0, dropped: 0 };
  for (const item of items) counts[stateOf(item, today)] += 1;
  return counts;
};

/** 'II.9' before 'II.10', as a plan counts. */
const byCode = (one: PlanItem, other: PlanItem): number =>
  one.key.localeCompare(other.key, 'vi', { numeric: true }) || (one.code < other.code ? -1 : 1);

/**
 * The board of a plan: its tasks under the body that leads them, what is late first. Bodies with late tasks come before
 * the others, then those with the most.
 */
export const boardOf = (
  items: readonly PlanItem[],
  today: Day,
): { groups: BoardGroup[]; counts: Record<PlanState, number> } => {
  const led = new Map<string, PlanItem[]>();
  for (const item of items) {
    const body = leadingBody(item.owner);
    led.set(body, [...(led.get(body) ?? []), item]);
  }
  const place = (item: PlanItem) => planStates.indexOf(stateOf(item, today));
  const groups = [...led].map(([body, mine]) => ({
    body,
    items: [...mine].sort((one, other) => place(one) - place(other) || byDeadline(one, other) || byCode(one, other)),
    counts: countsOf(mine, today),
  }));
  groups.sort((one, other) => other.counts.late - one.counts.late || other.items.length - one.items.length);
  return { groups, counts: countsOf(items, today) };
};

const byDeadline = (one: PlanItem, other: PlanItem): number => {
  const [a, b] = [lastDayOf(one.deadline) ?? '9999', lastDayOf(other.deadline) ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** How many tasks that still run have a note for that month. */
export const notedIn = (items: readonly PlanItem[], period: PeriodId): { noted: number; running: number } => {
  const running = items.filter(({ status }) => status !== 'done' && status !== 'dropped');
  const noted = running.filter(({ notes }) => notes.some((note) => note.period === period));
  return { noted: noted.length, running: running.length };
};
