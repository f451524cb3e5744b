import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';

/** From so many times as much on, percents say nothing any more: a province that has just begun. */
const many = 10;

/** How a figure stands against the same day of the period before: '+5,2%', or why there is nothing to compare with. */
export const useChangeWords = () => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  return (now: number, before: number): { figure: string; words: string; said?: string } => {
    if (before === 0) return { figure: '', words: t(now === 0 ? 'change.none' : 'change.newly') };
    const said = t('change.against', { count: before, before: f.number(before) });
    if (now >= many * before)
      return {
        figure: t('change.times', { times: f.number(Math.floor(now / before)) }),
        words: t('change.sameDay'),
        said,
      };
    const exact = (100 * (now - before)) / before;
    const percent = Math.abs(exact) < 100 ? Math.round(10 * exact) / 10 : Math.round(exact);
    const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
    return {
      figure: `${sign}${f.number(Math.abs(percent))}%`,
      words: t('change.sameDay'),
      said,
    };
  };
};
