import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfMonth, daysFrom, type Day } from '#model/day.ts';
import { useFormat } from '#ui/format.ts';
import { MonthRuler } from '#ui/MonthRuler.tsx';
import css from './PointsRuler.module.css';

const farthest = 30;
const most = 5;

/** The days of the next points on the month's ruler, the nearest in yellow. */
export const PointsRuler = ({ days, today }: { days: readonly Day[]; today: Day }) => {
  const { t } = useTranslation('mobile-points');
  const f = useFormat();
  const flags = useMemo(
    () =>
      [...new Set(days)]
        .filter((day) => daysFrom(today, day) <= farthest)
        .slice(0, most)
        .map((day, i) => ({ day, mark: String(dayOfMonth(day)), label: '', sub: '', own: i === 0 })),
    [days, today],
  );
  if (flags.length === 0) return null;
  return (
    <div className={css.ruler}>
      <MonthRuler
        today={today}
        todayLabel={t('today')}
        flags={flags}
        label={t('ruler', { days: flags.map(({ day }) => f.day(day)).join(', '), today: f.day(today) })}
      />
    </div>
  );
};
