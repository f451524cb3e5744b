import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChosenPeriod } from '#features/overview/use-period.ts';
import type { PeriodId } from '#model/period.ts';
import { useFormat } from '#ui/format.ts';
import { IconButton } from '#ui/IconButton.tsx';
import css from './PeriodSwitch.module.css';

/** One period back, one on, up to the current one. */
export const PeriodSwitch = ({ chosen: { period, before, after, go } }: { chosen: ChosenPeriod }) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const named = (of: PeriodId | null) => (of ? { month: f.month(of), year: of.slice(0, 4) } : {});
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset brings a border and a legend of its own
    <div role="group" aria-label={t('periodSwitch')} className={css.switch}>
      <IconButton
        icon={ChevronLeft}
        label={t('periodBefore', named(before))}
        disabled={!before}
        onClick={() => before && go(before)}
      />
      <span aria-live="polite">{t('monthHeading', named(period))}</span>
      <IconButton
        icon={ChevronRight}
        label={t('periodAfter', named(after))}
        disabled={!after}
        onClick={() => after && go(after)}
      />
    </div>
  );
};
