import { CheckCheck, Minus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { ComparisonRow } from '#store/database.ts';
import { readBack } from '#store/read-back.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Outbox.module.css';

/** Whether the province's sums of this phone's entries are the phone's own (rule P4). */
export const Agreement = ({ comparison }: { comparison: ComparisonRow }) => {
  const { t } = useTranslation('outbox');
  const words = useWords();
  const format = useFormat();
  const { db, clock } = useHands();
  if (comparison.differences.length > 0)
    return (
      <div className={css.differ}>
        <p className={css.fact}>
          <TriangleAlert aria-hidden size={18} />
          {t('differ')}
        </p>
        <ul>
          {comparison.differences.map(({ period, measure, phone, province }) => (
            <li key={period + measure}>
              {t('difference', {
                period: words.period(period),
                measure: words.measure(measure),
                phone: format.number(phone),
                province: format.number(province),
              })}
            </li>
          ))}
        </ul>
        <Button onClick={() => void readBack(db, clock)}>{t('compareAgain')}</Button>
      </div>
    );
  if (comparison.through === 0)
    return (
      <p className={css.fact}>
        <Minus aria-hidden size={18} />
        {t('agreeNothing')}
      </p>
    );
  return (
    <p className={`${css.fact} ${css.agree}`}>
      <CheckCheck aria-hidden size={18} />
      {t('agree', { seq: format.number(comparison.through) })}
    </p>
  );
};
