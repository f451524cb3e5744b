import { useTranslation } from 'react-i18next';
import { figureOf } from '#features/overview/completeness.ts';
import { useFigures } from '#features/overview/use-figures.ts';
import { sumEntries } from '#features/overview/sum-entries.ts';
import type { Entry } from '#features/overview/use-entry-pages.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import { useFormat } from '#ui/format.ts';
import css from './SumOfEntries.module.css';

type Props = {
  unit: string;
  period: PeriodId;
  measure: Measure;
  entries: readonly Entry[];
  whole: boolean;
  /** Of the entries, in seconds by the province's clock. */
  asOf: number;
  now: number;
};

/** The figure of the table beside the sum of the entries in sight; when they differ, which of them is newer. */
export const SumOfEntries = ({ unit, period, measure, entries, whole, asOf, now }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const f = useFormat();
  const page = useFigures(unit, period);
  const figures = page.kind === 'shown' ? page.body : undefined;
  const figure = figures && (figureOf(figures, measure) ?? 0);
  const sum = sumEntries(entries, measure);
  const counting = entries.filter(({ withdrawal }) => !withdrawal).length;
  const counted = t(`measures:${measure}.unit`);

  const compare = () => {
    if (!whole) return t('overview:sumPart', { count: entries.length, sum: f.number(sum) });
    if (!figures || figure === sum) return counting > 0 ? t('overview:sumSame', { count: counting }) : '';
    return t(asOf >= figures.asOf ? 'overview:sumNewer' : 'overview:sumOlder', { sum: f.number(sum) });
  };
  return (
    <div className={css.sum}>
      <p className={css.figure}>
        <b>{f.number(figure ?? sum)}</b> <span>{counted}</span>
      </p>
      <p className={css.words}>
        {figures && <>{t('overview:asOf', { when: f.instant(figures.asOf * 1000, now) })}. </>}
        {compare()}
      </p>
    </div>
  );
};
