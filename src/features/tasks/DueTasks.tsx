import { ChevronRight, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf } from '#features/tasks/how-far.ts';
import { TodoRow } from '#features/tasks/TodoRow.tsx';
import { UndoBar } from '#features/tasks/UndoBar.tsx';
import { useAnswer } from '#features/tasks/use-answer.ts';
import { useTodos } from '#features/tasks/use-todos.ts';
import { addDays } from '#model/day.ts';
import { countOverdue, dueNow } from '#model/todo-groups.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './DueTasks.module.css';

/** Days ahead that belong to "what to do now", and how many rows fit above the fold. */
const ahead = 3;
const most = 3;

/** What is late or due in the next days, to tick where it is read. For the first page. */
const DueTasks = () => {
  const { t } = useTranslation('tasks');
  const f = useFormat();
  const found = useTodos();
  const answering = useAnswer();
  if (!found) return null;
  const { todos, rows, today } = found;
  const due = dueNow(todos, addDays(today, ahead));
  const justTicked = todos.filter(({ id, state }) => state !== 'open' && id === answering.undoable?.id);
  const shown = [...due, ...justTicked].slice(0, most + justTicked.length);
  const late = countOverdue(todos, today);
  return (
    <section aria-labelledby="due-tasks" className={css.section}>
      <div className={css.head}>
        <h2 id="due-tasks">{t('toDo')}</h2>
        <Link to="/viec" className={css.all}>
          {t('seeAllTasks', { count: todos.filter(({ state }) => state === 'open').length })}
          <ChevronRight aria-hidden size={20} />
        </Link>
      </div>
      {late > 0 && (
        <p className={css.late}>
          <TriangleAlert aria-hidden size={20} />
          {t('late', { count: late, number: f.number(late) })}
        </p>
      )}
      <Card as="ul">
        {shown.map((todo) => (
          <TodoRow
            key={addressOf(todo)}
            todo={todo}
            row={rows.get(todo.id)}
            today={today}
            answering={answering}
            steps={false}
          />
        ))}
        {shown.length === 0 && (
          <li className={css.calm}>
            <CircleCheck aria-hidden size={22} />
            {t('nothingDue')}
          </li>
        )}
      </Card>
      <UndoBar answering={answering} />
    </section>
  );
};
export default DueTasks;
