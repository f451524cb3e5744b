import { CircleDashed, CircleX, LoaderCircle, Repeat, TriangleAlert, Check, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanState } from '#model/plan-board.ts';
import css from './StateMark.module.css';

const icons: Record<PlanState, LucideIcon> = {
  late: TriangleAlert,
  doing: LoaderCircle,
  waiting: CircleDashed,
  steady: Repeat,
  done: Check,
  dropped: CircleX,
};

/** How a task of a plan stands, as an icon and words. */
export const StateMark = ({ state }: { state: PlanState }) => {
  const { t } = useTranslation('plans');
  const Icon = icons[state];
  return (
    <span className={`${css.mark} ${css[state]}`}>
      <Icon aria-hidden size={16} />
      {t(`state.${state}`)}
    </span>
  );
};
