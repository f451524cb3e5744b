import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import type { HeldWork } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';

/** Held work in words: whose, how much, of which days, and what it adds up to. */
export const useHeldWords = () => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  const units = useUnitWords();

  const days = ({ summary }: HeldWork): string | undefined => {
    const [newest] = summary.days;
    const oldest = summary.days[summary.days.length - 1];
    if (!newest || !oldest) return undefined;
    return newest.day === oldest.day
      ? t('onDay', { day: f.day(newest.day) })
      : t('onDays', { first: f.day(oldest.day), last: f.day(newest.day) });
  };

  return {
    name: ({ person }: HeldWork): string => person?.name ?? t('nobody'),
    unit: ({ village, commune }: HeldWork): string => units.said(village ?? commune),
    /** '3 entries, 1 correction'. */
    what: ({ summary }: HeldWork): string => {
      const entries = summary.days.reduce((sum, day) => sum + day.entries, 0);
      return (
        [
          ['entries', entries],
          ['corrections', summary.corrections],
          ['withdrawals', summary.withdrawals],
          ['others', summary.others],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([key, count]) => t(key, { count }))
        .join(', ');
    },
    days,
  };
};

/** All days of a piece of work together. */
export const sumOf = ({ summary }: HeldWork): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const { counts } of summary.days)
    for (const [measure, count] of Object.entries(counts)) sum[measure] = (sum[measure] ?? 0) + count;
  return sum;
};
