import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { Measure } from '#model/indicator.ts';
import { Bar } from '#ui/Bar.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Numbers.module.css';

/** One figure of the period, with the whole period before beside it. */
export const MeasureFigure = ({ measure, now, before }: { measure: Measure; now: number; before: number }) => {
  const { t } = useTranslation('numbers');
  const words = useWords();
  const format = useFormat();
  const what = words.measure(measure);
  const inWords = () => {
    if (before === 0) return t('nothingBefore');
    if (now === before) return t('same');
    return t(now > before ? 'more' : 'less', { number: format.number(Math.abs(now - before)) });
  };
  const Icon = now === before || before === 0 ? Minus : now > before ? TrendingUp : TrendingDown;
  return (
    <li className={css.figure}>
      <div className={css.head}>
        <b>{what}</b>
        <span>
          <b className={css.now}>{format.number(now)}</b> {words.unit(measure)}
        </span>
      </div>
      {before > 0 && (
        <Bar
          label={t('bar', { what, now: format.number(now), unit: words.unit(measure), before: format.number(before) })}
          value={now}
          mark={before}
        />
      )}
      <p>
        <Icon aria-hidden size={18} />
        <span>
          {inWords()}
          {before > 0 && ` (${t('before', { number: format.number(before) })})`}
        </span>
      </p>
    </li>
  );
};
