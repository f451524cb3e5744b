import { CalendarDays, CircleSlash, ClipboardCheck, ListChecks, NotebookPen, RotateCcw, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Conflicts } from '#features/tasks/Conflicts.tsx';
import { Goals } from '#features/tasks/Goals.tsx';
import { NotDoneSheet } from '#features/tasks/NotDoneSheet.tsx';
import { TodoRow } from '#features/tasks/TodoRow.tsx';
import { UndoBar } from '#features/tasks/UndoBar.tsx';
import { useTodoWords } from '#features/tasks/todo-words.ts';
import { useAnswer, type Answering } from '#features/tasks/use-answer.ts';
import { useTodos } from '#features/tasks/use-todos.ts';
import { figuresDuty } from '#model/duty.ts';
import type { Todo } from '#model/todo.ts';
import type { RecordRow } from '#store/database.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './TodoPage.module.css';

/** One thing to do, with everything that is known of it, and what a person can say about it. */
const TodoPage = () => {
  const { t } = useTranslation('tasks');
  const { doing = '', round = '' } = useParams();
  const todos = useTodos();
  const answering = useAnswer();
  if (!todos) return null;
  const todo = todos.todos.find((one) => one.doing === doing && one.round === round);
  return (
    <>
      <TopBar title={t('one')} back="/viec" />
      <div className={css.page}>
        {todo ? (
          <About todo={todo} row={todos.rows.get(todo.id)} today={todos.today} answering={answering} />
        ) : (
          <Empty
            icon={ListChecks}
            action={
              <Link to="/viec" className={css.way}>
                {t('backToAll')}
              </Link>
            }
          >
            {t('missing')}
          </Empty>
        )}
      </div>
      <UndoBar answering={answering} />
    </>
  );
};
export default TodoPage;

type Props = { todo: Todo; row: RecordRow | undefined; today: string; answering: Answering };

const About = ({ todo, row, today, answering }: Props) => {
  const { t } = useTranslation('tasks');
  const said = useTodoWords();
  const full = said.full(todo);
  return (
    <>
      <Card as="ul">
        <TodoRow todo={todo} row={row} today={today} answering={answering} steps />
      </Card>
      {row && <Conflicts record={row.record} todo={todo} answering={answering} />}
      {full && <p className={css.full}>{full}</p>}
      <Facts todo={todo} />
      <Goals todo={todo} />
      {todo.progress.note && todo.state === 'notDone' && (
        <p className={css.note}>
          <b>{t(`reasons.${todo.progress.reason!}`)}.</b> {todo.progress.note}
        </p>
      )}
      <Ways todo={todo} answering={answering} />
    </>
  );
};

const Facts = ({ todo }: { todo: Todo }) => {
  const { t } = useTranslation('tasks');
  const said = useTodoWords();
  const f = useFormat();
  const round = said.round(todo);
  return (
    <ul className={css.facts}>
      <li>
        <CalendarDays aria-hidden size={20} />
        {[todo.due ? t('dueOn', { day: f.weekday(todo.due) }) : t(todo.ongoing ? 'always' : 'noDeadline'), round]
          .filter(Boolean)
          .join(' · ')}
      </li>
      <li>
        <UserRound aria-hidden size={20} />
        {said.givenBy(todo) ?? t('duty')}
      </li>
    </ul>
  );
};

/** What else can be said of it than the tick above. */
const Ways = ({ todo, answering }: Pick<Props, 'todo' | 'answering'>) => {
  const { t } = useTranslation('tasks');
  const [asking, setAsking] = useState(false);
  return (
    <div className={css.ways}>
      {todo.doing === figuresDuty && (
        <Link to={`/so-lieu?ky=${todo.round}`} className={css.log}>
          <ClipboardCheck aria-hidden size={20} />
          {t('confirmFigures')}
        </Link>
      )}
      {todo.tallies.length > 0 && (
        <Link to="/ghi" className={css.log}>
          <NotebookPen aria-hidden size={20} />
          {t('log')}
        </Link>
      )}
      {todo.state === 'open' && (
        <Button icon={CircleSlash} onClick={() => setAsking(true)}>
          {t('cannot')}
        </Button>
      )}
      {todo.state === 'notDone' && (
        <Button icon={RotateCcw} onClick={() => void answering.answer(todo.id, { reason: null })}>
          {t('reopen')}
        </Button>
      )}
      <NotDoneSheet open={asking} todo={todo} answering={answering} onClose={() => setAsking(false)} />
    </div>
  );
};
