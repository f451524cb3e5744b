import { ArrowLeft, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useNow } from '#features/handbook.tsx';
import { TaskDetail } from '#features/plans/TaskDetail.tsx';
import { TaskList } from '#features/plans/TaskList.tsx';
import { useTasks } from '#features/plans/use-tasks.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import type { Audience } from '#model/task-audience.ts';
import { Empty } from '#ui/Empty.tsx';
import css from './Sides.module.css';

type Props = { me: Situation; level: Audience; today: Day };

const partNames: Record<Audience, string> = { communes: 'xa', villages: 'thon' };

/** The tasks given to communes or to villages, and how each unit stands with the one that is looked at. */
export const TaskTab = ({ me, level, today }: Props) => {
  const { t } = useTranslation('plans');
  const [asked] = useSearchParams();
  const now = useNow();
  const { known, page } = useTasks(me, level, today);
  if (!known) return page.kind === 'shown' ? null : <NothingToShow page={page} />;
  const [first] = known.tasks;
  if (!first) {
    const own = level === 'communes' && levelOfRole[me.person.role] === 'commune';
    return <Empty icon={ListChecks}>{t(own ? 'noTasks.communesOwn' : `noTasks.${level}`)}</Empty>;
  }
  const wanted = asked.get('viec');
  const shown = known.tasks.find(({ id }) => id === wanted) ?? first;
  const list = `/viec?phan=${partNames[level]}`;
  return (
    <>
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
      <div className={wanted === null ? css.sides : `${css.sides} ${css.looking}`}>
        <TaskList me={me} known={known} shown={shown.id} addressOf={(id) => `${list}&viec=${id}`} today={today} />
        <div className={css.aside}>
          <Link to={list} className={css.back}>
            <ArrowLeft aria-hidden size={20} />
            {t('backToList')}
          </Link>
          <TaskDetail key={shown.id} me={me} level={level} known={known} shown={shown} today={today} />
        </div>
      </div>
    </>
  );
};
