import { CheckCheck, CircleSlash, Smartphone, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Ring } from '#features/tasks/Ring.tsx';
import { Tick } from '#features/tasks/Tick.tsx';
import { useTodoWords } from '#features/tasks/todo-words.ts';
import type { Answering } from '#features/tasks/use-answer.ts';
import { addressOf, howFar } from '#features/tasks/how-far.ts';
import { conflicts } from '#model/record.ts';
import { stepField } from '#model/records/progress.ts';
import type { Todo } from '#model/todo.ts';
import type { RecordRow } from '#store/database.ts';
import { useFormat } from '#ui/format.ts';
import css from './TodoRow.module.css';

type Props = { todo: Todo; row: RecordRow | undefined; today: string; answering: Answering; steps: boolean };

/** One thing to do: its tick, what it is, by when and for whom, how far it is, and its steps. */
export const TodoRow = ({ todo, row, today, answering, steps }: Props) => {
  const { t } = useTranslation('tasks');
  const said = useTodoWords();
  const f = useFormat();
  const title = said.title(todo);
  const done = todo.state === 'done' || todo.state === 'byEntries';
  const far = howFar(todo);
  return (
    <li className={done ? css.done : undefined}>
      <div className={css.row}>
        {todo.state === 'byEntries' ? (
          <span className={css.mark}>
            <CheckCheck aria-hidden size={26} />
          </span>
        ) : todo.state === 'notDone' ? (
          <span className={css.given}>
            <CircleSlash aria-hidden size={26} />
          </span>
        ) : (
          <Tick
            checked={done}
            label={t(done ? 'untickSaid' : 'tickSaid', { title })}
            onChange={(checked) => void answering.answer(todo.id, { done: checked })}
          />
        )}
        <Link to={addressOf(todo)} className={css.words}>
          <b>{title}</b>
          <About todo={todo} row={row} today={today} />
        </Link>
        {far && !done && <Ring {...far} label={t('farSaid', { done: f.number(far.done), of: f.number(far.of) })} />}
      </div>
      {steps && todo.steps.length > 0 && !done && (
        <ol className={css.steps}>
          {todo.steps.map(({ text, done: stepDone }, place) => (
            // A step is its place: the list only ever grows at its end.
            <li key={place}>
              <Tick
                checked={stepDone}
                onChange={(checked) => void answering.answer(todo.id, saidOfStep(todo, place, checked))}
              >
                {text}
              </Tick>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
};

/** Whoever ticks the last step has done the whole. */
const saidOfStep = ({ steps }: Todo, place: number, checked: boolean) => {
  const last = checked && steps.every(({ done }, at) => done || at === place);
  return { [stepField(place)]: checked, ...(last && { done: true }) };
};

const About = ({ todo, row, today }: Pick<Props, 'todo' | 'row' | 'today'>) => {
  const { t } = useTranslation(['tasks', 'states']);
  const said = useTodoWords();
  const f = useFormat();
  if (row && conflicts(row.record).length > 0)
    return (
      <small className={css.late}>
        <TriangleAlert aria-hidden size={18} />
        {t('conflict')}
      </small>
    );
  const parts = [said.round(todo), said.givenBy(todo), said.logged(todo)].filter(Boolean);
  if (todo.state === 'notDone')
    return <small>{[t(`reasons.${todo.progress.reason!}`), todo.progress.note].filter(Boolean).join(' · ')}</small>;
  if (row?.unsettled && todo.state === 'done')
    return (
      <small className={css.here}>
        <Smartphone aria-hidden size={18} />
        {[t('states:onPhone'), ...parts].join(' · ')}
      </small>
    );
  if (todo.state === 'byEntries') return <small>{[t('enough'), ...parts].join(' · ')}</small>;
  const late = todo.state === 'open' && todo.due !== null && todo.due < today;
  return (
    <small className={late ? css.late : undefined}>
      {[late && t('dueOn', { day: f.day(todo.due!) }), ...parts].filter(Boolean).join(' · ')}
    </small>
  );
};
