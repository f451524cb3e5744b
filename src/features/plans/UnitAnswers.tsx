import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { AnswerBar } from '#features/plans/AnswerBar.tsx';
import { AnswerCounts } from '#features/plans/AnswerCounts.tsx';
import { answersTo } from '#features/plans/answers-to.ts';
import { ByCommune } from '#features/plans/ByCommune.tsx';
import { UnitGrid } from '#features/plans/UnitGrid.tsx';
import type { KnownTasks, TaskRow } from '#features/plans/use-tasks.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { countStates } from '#model/task-answers.ts';
import type { Audience } from '#model/task-audience.ts';
import { useFormat } from '#ui/format.ts';
import css from './UnitAnswers.module.css';

type Props = { me: Situation; level: Audience; known: KnownTasks; shown: TaskRow; today: Day };

/** How many of the units a task is for have done it, and what each of them answered. */
export const UnitAnswers = ({ me, level, known, shown, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const now = useNow();
  const answers = answersTo(shown, known, today, me.settings.periodKind);
  const counts = countStates(answers);
  if (answers.length === 0) return null;
  return (
    <section className={css.answers} aria-label={t('unitAnswers')}>
      <p className={css.head}>
        <b>{t('doneOf', { done: f.number(counts.done), all: f.number(answers.length) })}</b>
        <small>{known.asOf && t('selfSaid', { when: f.instant(known.asOf * 1000, now) })}</small>
      </p>
      <AnswerBar counts={counts} />
      <AnswerCounts counts={counts} />
      {levelOfRole[me.person.role] === 'province' && level === 'villages' ? (
        <ByCommune answers={answers} me={me} steps={shown.task.steps.length} today={today} />
      ) : (
        <UnitGrid me={me} answers={answers} steps={shown.task.steps.length} />
      )}
    </section>
  );
};
