import { useTranslation } from 'react-i18next';
import type { MeritFacts, Sign } from '#model/merit.ts';
import { useFormat } from '#ui/format.ts';

/** What stands behind a sign, in words. */
export const useFactWords = () => {
  const { t } = useTranslation('urging');
  const format = useFormat();
  return (sign: Sign, { unit, daysLate, pace, complete }: MeritFacts): string => {
    switch (sign) {
      case 'onTime':
        if (daysLate === null) return t('merit.fact.unknownDay');
        return daysLate <= 0 ? t('merit.fact.onTime') : t('merit.fact.late', { count: daysLate });
      case 'pace':
        return pace === null ? t('merit.fact.noTarget') : t('merit.fact.pace', { share: format.percent(pace) });
      case 'quality':
        if (complete === null) return t('merit.fact.noTeams');
        if (unit.includes('-')) return t(complete > 0 ? 'merit.fact.sent' : 'merit.fact.nothingSent');
        return t('merit.fact.teams', { share: format.percent(complete) });
    }
  };
};
