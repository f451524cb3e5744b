import { useTranslation } from 'react-i18next';
import { figureOf } from '#features/overview/completeness.ts';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { MeasureName } from '#features/overview/MeasureName.tsx';
import { useCompletenessWords } from '#features/overview/use-completeness-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { Figures } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Totals.module.css';

type Props = { figures: Figures; measures: readonly Measure[]; now: number };

/** What the teams of a unit brought together, said with how complete and how fresh it is. Never a share, never capped. */
export const Totals = ({ figures, measures, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const words = useCompletenessWords(now);
  return (
    <Card className={css.totals} aria-labelledby="contribution">
      <div className={css.head}>
        <h2 id="contribution">{t('contribution')}</h2>
        <p>
          {f.span(figures.first, figures.last)} · {words.complete(figures)}, {words.asOf(figures)} ·{' '}
          {words.devices(figures)}
        </p>
      </div>
      <dl className={css.figures}>
        {measures.map((measure) => (
          <div key={measure} className={css.figure}>
            <dt>
              <MeasureName of={measure} />
            </dt>
            <dd>
              <FigureLink
                large
                unit={figures.unit}
                period={figures.period}
                measure={measure}
                count={figureOf(figures, measure)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};
