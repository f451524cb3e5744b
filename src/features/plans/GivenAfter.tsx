import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnitAnswers } from '#features/plans/UnitAnswers.tsx';
import { useTaskWords } from '#features/plans/use-task-words.ts';
import { useTasks } from '#features/plans/use-tasks.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import type { Audience } from '#model/task-audience.ts';
import { afterPlanItem } from '#model/task-templates.ts';
import css from './GivenAfter.module.css';

type Props = { me: Situation; item: PlanItem; level: Audience; today: Day };

/** What units below were given to do after a task of the plan, and how far they are. */
export const GivenAfter = ({ me, item, level, today }: Props) => {
  const { t } = useTranslation('plans');
  const said = useTaskWords();
  const { known } = useTasks(me, level, today);
  const given = known?.tasks.filter(({ task }) => task.template === afterPlanItem(item.key) && !task.cancelled) ?? [];
  return given.map((row) => (
    <section key={row.id} className={css.given}>
      <p>
        <Link to={`/viec?phan=${level === 'communes' ? 'xa' : 'thon'}&viec=${row.id}`}>
          <span lang="vi">{row.task.title}</span>
          <ArrowRight aria-hidden size={16} />
        </Link>
        <small>
          {t(`givenTo.${level}`)} · {said.deadline(row.task)}
        </small>
      </p>
      <UnitAnswers me={me} level={level} known={known!} shown={row} today={today} />
    </section>
  ));
};
