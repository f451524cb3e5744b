import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { entriesBehind } from '#features/behind-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import css from './FigureLink.module.css';

type Props = { unit: Unit; period: PeriodId; measure: Measure; count: number | null; large?: boolean };

/** A figure leads to the entries it is made of. Nought is a figure; nothing known is a dash. */
export const FigureLink = ({ unit, period, measure, count, large = false }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const f = useFormat();
  const words = useUnitWords();
  const look = large ? `${css.figure} ${css.large}` : css.figure;
  if (count === null)
    return (
      <span className={`${look} ${css.none}`}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('overview:noData')}</span>
      </span>
    );
  // A province's figure is made of its communes', which stand below it; nobody reads all its entries in one list.
  if (unit.level === 'province') return <span className={look}>{f.number(count)}</span>;
  return (
    <Link
      className={look}
      to={entriesBehind(unit.id, period, measure)}
      aria-label={t('overview:figureSaid', {
        unit: words.said(unit),
        measure: t(`measures:${measure}.short`),
        count: f.number(count),
        counted: t(`measures:${measure}.unit`),
      })}
    >
      {f.number(count)}
    </Link>
  );
};
