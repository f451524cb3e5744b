import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { comparison } from '#store/comparison.ts';
import { Notice } from '#ui/Notice.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Difference.module.css';

const shown = 3;

/** When the province's sums of this phone's entries are not the phone's own (rule P4): said, with both numbers. */
export const Difference = ({ now }: { now: number }) => {
  const { t } = useTranslation(['today', 'measures', 'common']);
  const format = useFormat();
  const compared = useLive(comparison);
  if (!compared || compared.differences.length === 0) return null;
  return (
    <Notice look="error" icon={Scale} title={t('differs')}>
      {t('differsWhy', { count: compared.differences.length, at: format.instant(compared.at, now) })}
      {compared.differences.slice(0, shown).map(({ period, measure, phone, province }) => (
        <span key={period + measure} className={css.line}>
          {t('differsLine', {
            measure: t(`measures:${measure}.short`),
            month: t('common:month', { month: format.month(period) }),
            phone: format.number(phone),
            province: format.number(province),
          })}
        </span>
      ))}
    </Notice>
  );
};
