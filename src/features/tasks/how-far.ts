import type { Todo } from '#model/todo.ts';

/** What the ring shows: the one goal, how many of several are reached, or the steps. A duty has no number to reach. */
export const howFar = ({ what, tallies, steps }: Todo): { done: number; of: number } | undefined => {
  if (what.kind === 'duty') return undefined;
  const [only, ...more] = tallies;
  if (only && more.length === 0) return { done: only.logged, of: only.goal };
  if (only) return { done: tallies.filter(({ logged, goal }) => logged >= goal).length, of: tallies.length };
  return steps.length > 0 ? { done: steps.filter(({ done }) => done).length, of: steps.length } : undefined;
};

export const addressOf = ({ doing, round }: Pick<Todo, 'doing' | 'round'>): string => `/viec/${doing}/${round}`;
