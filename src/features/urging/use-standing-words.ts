import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';
import type { Standing } from './standing.ts';

/** How a unit stands with its report, in words. */
export const useStandingWords = () => {
  const { t } = useTranslation('urging');
  const format = useFormat();
  return (standing: Standing): string => {
    switch (standing.kind) {
      case 'late':
        return t('standing.late', { count: standing.daysLate });
      case 'silent':
        return t('standing.silent', { count: standing.days });
      case 'done': {
        const { day, daysLate } = standing;
        if (day === null) return t('standing.done');
        const on = t('standing.doneOn', { day: format.day(day) });
        return daysLate ? `${on}, ${t('standing.after', { count: daysLate })}` : on;
      }
      default:
        return t(`standing.${standing.kind}`);
    }
  };
};
