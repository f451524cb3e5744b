import { useTranslation } from 'react-i18next';
import type { PivotFigure } from '#model/pivot.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

/** A figure as it may be read: a number, about a number, hidden, or a dash where nothing came. */
export const Figure = ({ of }: { of: PivotFigure }) => {
  const { t } = useTranslation('analysis');
  const f = useFormat();
  if (of.kind === 'hidden') return <span className={css.hidden}>{t('hidden')}</span>;
  if (of.kind === 'known') return <>{of.rounded ? t('about', { count: f.number(of.count) }) : f.number(of.count)}</>;
  return (
    <span className={css.unknown}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('unknown')}</span>
    </span>
  );
};
