import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import { capital } from '#ui/capital.ts';
import { useWords } from '#features/words.ts';
import { IconButton } from '#ui/IconButton.tsx';
import css from './MonthSwitch.module.css';

const monthsAhead = 12;
const first: PeriodId = '2022-01';

/** Which month is set: one that was, this one, or one of the year to come. */
export const MonthSwitch = ({
  period,
  current,
  onPeriod,
}: {
  period: PeriodId;
  current: PeriodId;
  onPeriod: (period: PeriodId) => void;
}) => {
  const { t } = useTranslation('target-setting');
  const words = useWords();
  const named = (of: PeriodId) => `${words.period(of)} ${of.slice(0, 4)}`;
  const [before, after] = [shiftPeriod(period, -1), shiftPeriod(period, 1)];
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset brings a border and a legend of its own
    <div role="group" aria-label={t('month')} className={css.switch}>
      <IconButton
        icon={ChevronLeft}
        label={t('monthBefore', { month: named(before) })}
        disabled={before < first}
        onClick={() => onPeriod(before)}
      />
      <span aria-live="polite">{capital(named(period))}</span>
      <IconButton
        icon={ChevronRight}
        label={t('monthAfter', { month: named(after) })}
        disabled={after > shiftPeriod(current, monthsAhead)}
        onClick={() => onPeriod(after)}
      />
    </div>
  );
};
