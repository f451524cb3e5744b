import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive } from '#features/handbook.tsx';
import { spanOf } from '#model/period.ts';
import { comparison } from '#store/comparison.ts';
import { readBack } from '#store/read-back.ts';
import { situation } from '#store/situation.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Difference.module.css';

const shown = 3;

/** When the province's sums of this phone's entries are not the phone's own (rule P4): said, with both numbers. */
export const Difference = ({ now }: { now: number }) => {
  const { t } = useTranslation(['today', 'measures', 'common']);
  const format = useFormat();
  const { db, clock } = useHands();
  const compared = useLive(comparison);
  const kind = useLive(situation)?.settings.periodKind;
  if (!compared || !kind || compared.differences.length === 0) return null;
  const daysOf = (period: string) => {
    const { first, last } = spanOf(period, kind);
    return format.span(first, last);
  };
  return (
    <Notice
      look="error"
      icon={Scale}
      title={t('differs')}
      action={<Button onClick={() => void readBack(db, clock)}>{t('compareAgain')}</Button>}
    >
      {t(compared.readBack ? 'differsStill' : 'differsWhy', {
        count: compared.differences.length,
        at: format.instant(compared.at, now),
      })}
      {compared.differences.slice(0, shown).map(({ period, measure, phone, province }) => (
        <span key={period + measure} className={css.line}>
          {t('differsLine', {
            measure: t(`measures:${measure}.short`),
            month: t('common:month', { month: format.month(period) }),
            days: daysOf(period),
            phone: format.number(phone),
            province: format.number(province),
          })}
        </span>
      ))}
    </Notice>
  );
};
