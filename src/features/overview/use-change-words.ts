import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';

/** How a figure stands against the same day of the period before: '+5,2%', or why there is nothing to compare with. */
export const useChangeWords = () => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  return (now: number, before: number): { figure: string; words: string; said?: string } => {
    if (before === 0) return { figure: '', words: t(now === 0 ? 'change.none' : 'change.newly') };
    const percent = Math.round((1000 * (now - before)) / before) / 10;
    const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
    return {
      figure: `${sign}${f.number(Math.abs(percent))}%`,
      words: t('change.sameDay'),
      said: t('change.against', { count: before, before: f.number(before) }),
    };
  };
};
