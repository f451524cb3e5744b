import { liveQuery } from 'dexie';

/** Calls `changed` with each new answer of a query, whenever what it read changes in this tab or another. Returns the stop. */
export const watch = <T extends string | number>(
  query: () => Promise<T>,
  changed: (answer: T) => void,
): (() => void) => {
  let last: T | undefined;
  // Async on its face: Dexie loses sight of what is read behind several awaits otherwise.
  const watching = liveQuery(async () => query()).subscribe((answer) => {
    if (answer === last) return;
    last = answer;
    changed(answer);
  });
  return () => watching.unsubscribe();
};
