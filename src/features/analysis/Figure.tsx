import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PivotFigure } from '#model/pivot.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

/** A figure as it may be read: a number, about a number, hidden, or a dash where nothing came. `to`: what is behind it. */
export const Figure = ({ of, to }: { of: PivotFigure; to?: string | undefined }) => {
  const { t } = useTranslation('analysis');
  const f = useFormat();
  if (of.kind === 'hidden') return <span className={css.hidden}>{t('hidden')}</span>;
  if (of.kind === 'known') {
    const count = f.number(of.count);
    if (of.rounded) return <>{t('about', { count })}</>;
    if (to === undefined) return <>{count}</>;
    return (
      <Link className={css.behind} to={to} aria-label={`${count}, ${t('behind')}`}>
        {count}
      </Link>
    );
  }
  return (
    <span className={css.unknown}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('unknown')}</span>
    </span>
  );
};
