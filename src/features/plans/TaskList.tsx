import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AnswerBar } from '#features/plans/AnswerBar.tsx';
import { answersTo } from '#features/plans/answers-to.ts';
import type { KnownTasks } from '#features/plans/use-tasks.ts';
import { useTaskWords } from '#features/plans/use-task-words.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { countStates } from '#model/task-answers.ts';
import { useFormat } from '#ui/format.ts';
import css from './TaskList.module.css';

type Props = { me: Situation; known: KnownTasks; shown: string; addressOf: (id: string) => string; today: Day };

/** The tasks that were given, the most urgent first, each with how many units have done it. */
export const TaskList = ({ me, known, shown, addressOf, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const said = useTaskWords();
  const urgent = [...known.tasks].sort(
    (one, other) =>
      Number(one.task.cancelled) - Number(other.task.cancelled) ||
      ((one.task.deadline ?? '9') < (other.task.deadline ?? '9') ? -1 : 1),
  );
  return (
    <ul className={css.list}>
      {urgent.map((row) => {
        const { id, task } = row;
        const answers = answersTo(row, known, today, me.settings.periodKind);
        const counts = countStates(answers);
        // A unit that is asked itself has one answer, its own.
        const own = answers.find(({ unit }) => unit.id === me.person.unit);
        const past = task.deadline !== null && task.deadline < today;
        return (
          <li key={id}>
            <Link to={addressOf(id)} className={css.task} aria-current={shown === id ? 'true' : undefined}>
              <b lang="vi">{task.title}</b>
              <span className={css.quiet}>
                {task.cancelled ? (
                  t('cancelled')
                ) : (
                  <>
                    <span className={past && counts.late > 0 ? css.late : undefined}>{said.deadline(task)}</span>
                    {own
                      ? ` · ${t(`unitState.${own.state}`)}`
                      : answers.length > 0 &&
                        ` · ${t('doneOf', { done: f.number(counts.done), all: f.number(answers.length) })}`}
                  </>
                )}
              </span>
              {!task.cancelled && !own && answers.length > 0 && <AnswerBar counts={counts} />}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
