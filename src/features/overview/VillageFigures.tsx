import { useTranslation } from 'react-i18next';
import { inOrder } from '#features/overview/chosen-measures.ts';
import { figureOf } from '#features/overview/completeness.ts';
import { EntriesOf } from '#features/overview/EntriesOf.tsx';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { MeasureName } from '#features/overview/MeasureName.tsx';
import { useCompletenessWords } from '#features/overview/use-completeness-words.ts';
import { measures as allMeasures, type Measure } from '#model/indicator.ts';
import type { Figures } from '#store/officer-pages.ts';
import css from './VillageFigures.module.css';

type Props = { figures: Figures; usual: readonly Measure[]; now: number };

/** One village: every measure that is usual or has a figure, and its entries. */
export const VillageFigures = ({ figures, usual, now }: Props) => {
  const { t } = useTranslation('overview');
  const words = useCompletenessWords(now);
  const shown = inOrder(allMeasures).filter((measure) => usual.includes(measure) || figures.totals[measure]);
  return (
    <div className={css.village}>
      <section aria-labelledby="village-figures">
        <h2 id="village-figures">{t('villageFigures')}</h2>
        <p className={css.fresh}>
          {words.complete(figures)}, {words.asOf(figures)} · {words.devices(figures)}
        </p>
        <table className={css.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('measure')}</th>
              <th scope="col">{t('figure')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((measure) => (
              <tr key={measure}>
                <th scope="row">
                  <MeasureName of={measure} />
                </th>
                <td>
                  <FigureLink
                    unit={figures.unit}
                    period={figures.period}
                    measure={measure}
                    count={figureOf(figures, measure)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.fresh}>{t('contributionHint')}</p>
      </section>
      <section aria-labelledby="village-entries" className={css.entries}>
        <h2 id="village-entries">{t('entries')}</h2>
        <EntriesOf unit={figures.unit} period={figures.period} now={now} />
      </section>
    </div>
  );
};
