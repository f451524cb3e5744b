import { Check, Minus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#model/day.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import { useFormat } from '#ui/format.ts';
import css from './Stages.module.css';

/** From when it is to hold at each level; the district, which ended, is said to have. */
export const Stages = ({ item, today }: { item: PlanItem; today: Day }) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  return (
    <ol className={css.stages}>
      {item.stages.map(({ level, from }) => {
        const ended = level === 'district';
        const open = !ended && item.status !== 'done' && level === 'commune' && from < today;
        const Icon = ended ? Minus : open ? TriangleAlert : Check;
        return (
          <li key={level} className={ended ? css.ended : open ? css.late : css.past}>
            <b>{t(`stage.${level}`)}</b>
            <span>
              <Icon aria-hidden size={16} />
              {ended ? t('stageEnded') : t('stageFrom', { day: f.dayLong(from) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
