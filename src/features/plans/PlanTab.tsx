import { ArrowLeft, ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PlanBoard } from '#features/plans/PlanBoard.tsx';
import { PlanDetail } from '#features/plans/PlanDetail.tsx';
import type { PlanRow } from '#features/plans/use-plan.ts';
import type { Situation } from '#features/situation.ts';
import type { Day } from '#model/day.ts';
import { periodOf } from '#model/period.ts';
import { boardOf } from '#model/plan-board.ts';
import { levelOfRole } from '#model/person.ts';
import { Empty } from '#ui/Empty.tsx';
import css from './Sides.module.css';

type Props = { me: Situation; tasks: readonly PlanRow[]; today: Day };

/** The board of the plan and beside it, or on a phone in its place, the task that is looked at. */
export const PlanTab = ({ me, tasks, today }: Props) => {
  const { t } = useTranslation('plans');
  const [asked] = useSearchParams();
  const wanted = asked.get('viec');
  const period = periodOf(today, me.settings.periodKind);
  const items = tasks.map(({ item }) => item);
  if (items.length === 0)
    return <Empty icon={ClipboardList}>{t(levelOfRole[me.person.role] === 'province' ? 'noPlan' : 'noPlanYet')}</Empty>;
  const first = boardOf(items, today).groups[0]?.items[0];
  const shown = tasks.find(({ item }) => item.key === (wanted ?? first?.key)) ?? tasks[0]!;
  return (
    <div className={wanted === null ? css.sides : `${css.sides} ${css.looking}`}>
      <PlanBoard
        items={items}
        shown={shown.item.key}
        addressOf={(key) => `/viec?viec=${key}`}
        period={period}
        today={today}
      />
      <div className={css.aside}>
        <Link to="/viec" className={css.back}>
          <ArrowLeft aria-hidden size={20} />
          {t('backToList')}
        </Link>
        <PlanDetail key={shown.item.id} me={me} plan={shown} period={period} today={today} />
      </div>
    </div>
  );
};
