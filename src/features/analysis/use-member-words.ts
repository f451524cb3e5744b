import { useTranslation } from 'react-i18next';
import type { Part } from '#features/analysis/choice.ts';
import { useWords } from '#features/words.ts';
import type { PeriodId } from '#model/period.ts';

/** What stands on the axes of the table, in words. */
export const useMemberWords = (by: Part, current: PeriodId) => {
  const { t } = useTranslation('analysis');
  const words = useWords();
  const short = (period: PeriodId) =>
    period.slice(0, 4) === current.slice(0, 4)
      ? t('period', { month: Number(period.slice(5)) })
      : t('periodOfYear', { month: Number(period.slice(5)), year: period.slice(0, 4) });
  const value = (code: string): string => {
    if (code === 'unsaid') return t('unsaid');
    if (by === 'channel') return words.channel(code);
    if (by === 'place') return words.place(code);
    return by === 'service' ? words.service(code) : words.cell(code);
  };
  return { measure: words.measure, unit: words.unit, period: short, value };
};
export type MemberWords = ReturnType<typeof useMemberWords>;
