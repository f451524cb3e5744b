import { CheckCheck, ListChecks, Smartphone, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { TodoRow } from '#features/tasks/TodoRow.tsx';
import { UndoBar } from '#features/tasks/UndoBar.tsx';
import { useAnswer, type Answering } from '#features/tasks/use-answer.ts';
import { useTodos } from '#features/tasks/use-todos.ts';
import { groupTodos, isOpen, type TodoGroup } from '#model/todo-groups.ts';
import type { Todo } from '#model/todo.ts';
import { unsettledCount } from '#store/outbox.ts';
import type { Todos } from '#store/todos.ts';
import { Card } from '#ui/Card.tsx';
import { capital } from '#ui/capital.ts';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Tasks.module.css';

/** What the team has to do and what it has done: its duties of the month, and what commune and province gave it. */
const Tasks = () => {
  const { t } = useTranslation('tasks');
  const todos = useTodos();
  const answering = useAnswer();
  const [shown, setShown] = useState<'open' | 'done'>('open');
  if (!todos) return null;
  // What was just ticked stays where it is until it can no longer be taken back there.
  const here = (todo: Todo) => isOpen(todo) || todo.id === answering.undoable?.id;
  const open = todos.todos.filter(here);
  const done = todos.todos.filter((todo) => !here(todo));
  const stillOpen = todos.todos.filter(isOpen).length;
  return (
    <>
      <TopBar title={t('title')} side={<OnPhone />} />
      <Tabs
        label={t('tabs')}
        tabs={[
          { key: 'open', label: t('open'), count: stillOpen },
          { key: 'done', label: t('done'), count: todos.todos.length - stillOpen },
        ]}
        value={shown}
        onChange={setShown}
      >
        <div className={css.inside}>
          {shown === 'open' ? (
            <Open todos={{ ...todos, todos: open }} answering={answering} />
          ) : (
            <Done todos={{ ...todos, todos: done }} answering={answering} />
          )}
        </div>
      </Tabs>
      <UndoBar answering={answering} />
    </>
  );
};
export default Tasks;

type Listed = { todos: Todos; answering: Answering };

const Open = ({ todos: { todos, rows, today }, answering }: Listed) => {
  const { t } = useTranslation('tasks');
  if (todos.length === 0) return <Empty icon={ListChecks}>{t('emptyOpen')}</Empty>;
  return groupTodos(todos, today).map((group) => (
    <section key={`${group.kind} ${group.day}`}>
      <GroupHead group={group} />
      <Card as="ul">
        {group.todos.map((todo) => (
          <TodoRow key={todo.id} todo={todo} row={rows.get(todo.id)} today={today} answering={answering} steps />
        ))}
      </Card>
    </section>
  ));
};

const GroupHead = ({ group: { kind, day, todos } }: { group: TodoGroup }) => {
  const { t } = useTranslation('tasks');
  const f = useFormat();
  return (
    <h2 className={kind === 'overdue' ? `${css.group} ${css.late}` : css.group}>
      {kind === 'overdue' && <TriangleAlert aria-hidden size={22} />}
      {kind === 'by' ? t('groups.by', { day: f.weekday(day!) }) : capital(t(`groups.${kind}`))}
      <em>{f.number(todos.length)}</em>
    </h2>
  );
};

const Done = ({ todos: { todos, rows, today }, answering }: Listed) => {
  const { t } = useTranslation('tasks');
  const f = useFormat();
  const groups = [
    { key: 'done', todos: todos.filter(({ state }) => state !== 'notDone') },
    { key: 'notDone', todos: todos.filter(({ state }) => state === 'notDone') },
  ] as const;
  if (todos.length === 0) return <Empty icon={CheckCheck}>{t('emptyDone')}</Empty>;
  return groups
    .filter((group) => group.todos.length > 0)
    .map((group) => (
      <section key={group.key}>
        <h2 className={css.group}>
          {t(`groups.${group.key}`)}
          <em>{f.number(group.todos.length)}</em>
        </h2>
        <Card as="ul">
          {group.todos.map((todo) => (
            <TodoRow
              key={todo.id}
              todo={todo}
              row={rows.get(todo.id)}
              today={today}
              answering={answering}
              steps={false}
            />
          ))}
        </Card>
      </section>
    ));
};

/** How much only this phone has yet. */
const OnPhone = () => {
  const { t } = useTranslation('tasks');
  const f = useFormat();
  const count = useLive(unsettledCount) ?? 0;
  return count === 0 ? null : (
    <Link to="/hop-gui" className={css.pill}>
      <Smartphone aria-hidden size={20} />
      {t('onPhone', { count, number: f.number(count) })}
    </Link>
  );
};
