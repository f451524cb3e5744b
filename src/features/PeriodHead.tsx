import { useTranslation } from 'react-i18next';
import { PeriodPicker } from '#features/PeriodPicker.tsx';
import type { Situation } from '#features/situation.ts';
import { daysFrom, type Day } from '#model/day.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import { PeriodRuler } from '#features/PeriodRuler.tsx';
import css from './PeriodHead.module.css';

type Props = {
  /** What the page says of this month, as its heading. */
  title: string;
  /** Said beside the unit's name. */
  about: string;
  situation: Situation;
  today: Day;
  current: PeriodId;
  period: PeriodId;
  onPeriod: (period: PeriodId) => void;
};

/** Whose figures, of when, and how much of the period is left. */
export const PeriodHead = ({ title, about, situation, today, current, period, onPeriod }: Props) => {
  const { t } = useTranslation(['period', 'units']);
  const heading = useArrival();
  const format = useFormat();
  const { first, last } = spanOf(period, situation.settings.periodKind);
  const left = daysFrom(today, last);
  const own = situation.units.find(({ id }) => id === situation.person.unit);
  const unit = own?.demo ? t('units:demo', { unit: own.name }) : (own?.name ?? '');
  const days = { first: format.day(first), last: format.day(last) };
  const leftInWords = () => {
    if (situation.closed.some((closed) => closed.period === period)) return t('periodClosed');
    if (left < 0) return t('over');
    return left === 0 ? t('lastDay') : t('daysLeft', { count: left });
  };
  return (
    <header className={css.hero}>
      <div className={css.title}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <span className={css.left}>{leftInWords()}</span>
      </div>
      <div className={css.where}>
        <p>{[unit, about].join(' · ')}</p>
        <PeriodPicker situation={situation} current={current} period={period} onPeriod={onPeriod} />
      </div>
      <PeriodRuler
        first={first}
        last={last}
        today={today}
        label={
          period === current
            ? t('rulerToday', {
                ...days,
                today: format.day(today),
                nth: daysFrom(first, today) + 1,
                of: daysFrom(first, last) + 1,
              })
            : t('ruler', days)
        }
        from={days.first}
        to={days.last}
        todayLabel={t('today')}
      />
    </header>
  );
};
