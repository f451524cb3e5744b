import { useTranslation } from 'react-i18next';
import { dayInVietnam, addDays } from '#model/day.ts';
import { useFormat } from '#ui/format.ts';

/** When, in one word: the time today, 'yesterday', or the day. Seconds in, by the province's clock. */
export const useBriefly = (now: number) => {
  const { t } = useTranslation('common');
  const f = useFormat();
  return (at: number): string => {
    const [day, today] = [dayInVietnam(at * 1000), dayInVietnam(now)];
    if (day === today) return f.time(at * 1000);
    return day === addDays(today, -1) ? t('yesterday') : f.day(day);
  };
};
