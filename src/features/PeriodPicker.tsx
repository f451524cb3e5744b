import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Situation } from '#features/situation.ts';
import { shiftPeriod, spanOf, type PeriodId } from '#model/period.ts';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './PeriodPicker.module.css';

const monthsBack = 12;

type Props = { situation: Situation; current: PeriodId; period: PeriodId; onPeriod: (period: PeriodId) => void };

/** Which reporting period is looked at: this one or one of the year before. */
export const PeriodPicker = ({ situation, current, period, onPeriod }: Props) => {
  const { t } = useTranslation('period');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const periods = Array.from({ length: monthsBack + 1 }, (_, back) => shiftPeriod(current, -back));
  const hintOf = (id: PeriodId) => {
    const { first, last } = spanOf(id, situation.settings.periodKind);
    const closed = situation.closed.some((one) => one.period === id);
    return [format.span(first, last), id === current && t('now'), closed && t('closed')].filter(Boolean).join(' · ');
  };
  return (
    <>
      <button type="button" className={css.change} onClick={() => setOpen(true)}>
        {t('change')}
        <ChevronDown aria-hidden size={18} />
      </button>
      <Sheet open={open} title={t('choose')} onClose={() => setOpen(false)}>
        <Choices<PeriodId>
          legend={t('choose')}
          legendHidden
          name="period"
          value={period}
          options={periods.map((id) => ({
            value: id,
            label: `${t('month', { month: format.month(id) })} ${id.slice(0, 4)}`,
            hint: hintOf(id),
          }))}
          onChange={(chosen) => {
            onPeriod(chosen);
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
};
