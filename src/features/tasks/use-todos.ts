import { useLive, useNow } from '#features/handbook.tsx';
import { dayInVietnam } from '#model/day.ts';
import { todos, type Todos } from '#store/todos.ts';

/** What the team has to do or has done in the rounds open today, as this phone knows it; undefined until read. */
export const useTodos = (): Todos | undefined => {
  const today = dayInVietnam(useNow());
  return useLive((db) => todos(db, today), [today]);
};
