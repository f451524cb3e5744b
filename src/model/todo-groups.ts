import type { Day } from '#model/day.ts';
import type { Todo } from '#model/todo.ts';

/** What is still to be done, by when; `day` is the day up to which. */
export type TodoGroup = { kind: 'overdue' | 'today' | 'by' | 'undated' | 'ongoing'; day: Day | null; todos: Todo[] };

const kindOf = ({ due, ongoing }: Todo, today: Day): TodoGroup['kind'] => {
  if (ongoing) return 'ongoing';
  if (due === null) return 'undated';
  return due < today ? 'overdue' : due === today ? 'today' : 'by';
};
const order: TodoGroup['kind'][] = ['overdue', 'today', 'by', 'undated', 'ongoing'];

export const isOpen = ({ state }: Pick<Todo, 'state'>): boolean => state === 'open';

/** Overdue first, then today's, then day by day, then what has no day; the order within is that in which they came. */
export const groupTodos = (todos: readonly Todo[], today: Day): TodoGroup[] => {
  const groups = new Map<string, TodoGroup>();
  for (const todo of todos) {
    const kind = kindOf(todo, today);
    const day = kind === 'by' || kind === 'today' ? todo.due : null;
    const group = groups.get(`${kind} ${day}`) ?? { kind, day, todos: [] };
    groups.set(`${kind} ${day}`, { ...group, todos: [...group.todos, todo] });
  }
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.day ?? '').localeCompare(b.day ?? ''),
  );
};

/** What a person is told of at each opening: open things that are late or due today or within `ahead` days. */
export const dueNow = (todos: readonly Todo[], lastDay: Day): Todo[] =>
  todos
    .filter((todo) => isOpen(todo) && todo.due !== null && todo.due <= lastDay)
    .sort((a, b) => a.due!.localeCompare(b.due!));

/** How many are late: the number on the place's sign. */
export const countOverdue = (todos: readonly Todo[], today: Day): number =>
  todos.filter((todo) => isOpen(todo) && todo.due !== null && todo.due < today).length;
