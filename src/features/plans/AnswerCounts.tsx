import { Check, Circle, CircleDashed, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unitStates, type UnitState } from '#model/task-answers.ts';
import { useFormat } from '#ui/format.ts';
import css from './AnswerCounts.module.css';

export const answerIcons: Record<UnitState, LucideIcon> = {
  done: Check,
  started: CircleDashed,
  open: Circle,
  late: TriangleAlert,
  notDone: CircleX,
};

/** How many units stand where, in words. */
export const AnswerCounts = ({ counts }: { counts: Record<UnitState, number> }) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  return (
    <ul className={css.counts}>
      {unitStates
        .filter((state) => counts[state] > 0)
        .map((state) => {
          const Icon = answerIcons[state];
          return (
            <li key={state} className={css[state]}>
              <Icon aria-hidden size={16} />
              {f.number(counts[state])} {t(`unitState.${state}`)}
            </li>
          );
        })}
    </ul>
  );
};
