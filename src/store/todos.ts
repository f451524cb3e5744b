import type { Day } from '#model/day.ts';
import { newestRevision } from '#model/entry.ts';
import { progressDefinition } from '#model/records/progress.ts';
import { taskDefinition } from '#model/records/task.ts';
import { logCountsFrom, todosOf, type Logged, type Todo } from '#model/todo.ts';
import type { EntryRow, Handbook, RecordRow } from '#store/database.ts';
import { recordsOfType } from '#store/records.ts';
import { ownUnit, situation } from '#store/situation.ts';

/** What there is to do, and the record each stands in where somebody has touched it. */
export type Todos = { todos: Todo[]; rows: ReadonlyMap<string, RecordRow>; today: Day };

/** Everything the team has to do or has done in the rounds open on a day; undefined when nobody is signed in. */
export const todos = async (db: Handbook, today: Day): Promise<Todos | undefined> => {
  const taskRows = recordsOfType(db, taskDefinition.type);
  const [known, tasks, progress, earliest, entries] = await Promise.all([
    situation(db),
    taskRows,
    recordsOfType(db, progressDefinition.type),
    db.entries.orderBy('date').first(),
    // Years of a team's work need not be read to know this month's.
    taskRows.then((rows) => db.entries.where('date').aboveOrEqual(countsFrom(rows, today)).toArray()),
  ]);
  if (!known) return undefined;
  return {
    todos: todosOf({
      unit: ownUnit(known),
      today,
      settings: known.settings,
      closed: known.closed.map(({ period }) => period),
      begun: earliest && earliest.date < today ? earliest.date : today,
      tasks: tasks.map(({ record }) => record),
      progress: new Map(progress.map(({ id, record }) => [id, record])),
      // What was done in a unit they left is no progress of this one (rule T4).
      logged: loggedIn(entries.filter(({ unit }) => unit === known.person.unit)),
    }),
    rows: new Map(progress.map((row) => [row.id, row])),
    today,
  };
};

const countsFrom = (rows: readonly RecordRow[], today: Day): Day =>
  logCountsFrom(
    rows.map(({ record }) => record),
    today,
  );

const loggedIn = (rows: readonly EntryRow[]): Logged => {
  const contents = rows.filter(({ entry }) => !entry.withdrawal).map(({ entry }) => newestRevision(entry).content);
  return (measure, first, last, channel) =>
    contents
      .filter(({ date }) => first <= date && date <= last)
      .filter((content) => channel === undefined || content.channel === channel)
      .reduce((sum, { counts }) => sum + (counts[measure] ?? 0), 0);
};
