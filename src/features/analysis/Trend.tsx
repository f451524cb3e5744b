import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { behind } from '#features/analysis/behind.ts';
import { BarChart, type Bar } from '#features/analysis/BarChart.tsx';
import { closingOf } from '#features/analysis/closing.ts';
import { Figure } from '#features/analysis/Figure.tsx';
import type { MemberWords } from '#features/analysis/use-member-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import { everyUnit, type PivotFigure, type PivotReader } from '#model/pivot.ts';
import type { Pivot } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

type Props = {
  measures: readonly Measure[];
  periods: readonly PeriodId[];
  current: PeriodId;
  pivot: Pivot;
  whole: PivotReader;
  /** Up to the same day of each period; none while the last period is over. */
  part: PivotReader | undefined;
  where: string;
  words: MemberWords;
};

const countAt = (reader: PivotReader | undefined, period: PeriodId, measure: Measure): number | null => {
  const figure = reader?.at({ unit: everyUnit, period, measure, value: '' });
  return figure?.kind === 'known' ? figure.count : null;
};

/** One measure over half a year: bars, or the same as a table. */
export const Trend = ({ measures, periods, current, pivot, whole, part, where, words }: Props) => {
  const { t } = useTranslation('analysis');
  const f = useFormat();
  const [asTable, setAsTable] = useState(false);
  const [wished, setWished] = useState<Measure>();
  const measure = wished !== undefined && measures.includes(wished) ? wished : (measures[0] ?? '');
  const bars = periods.map((period): Bar => ({
    key: period,
    label: words.period(period),
    whole: countAt(whole, period, measure),
    part: countAt(part, period, measure),
    current: period === current,
  }));
  const title = t('trend', { measure: words.measure(measure), where });
  const closing = closingOf(pivot.periods.filter(({ period }) => periods.includes(period))).map(
    ({ first, last, closed, of }) => {
      const from = words.period(first);
      const span = first === last ? from : t('fromTo', { from, to: words.period(last) });
      if (pivot.unit.level === 'province') return t('closedOf', { period: span, closed, of });
      return t(closed > 0 ? 'closed' : 'notClosed', { period: span });
    },
  );
  const shown = (bar: Bar) => {
    const figure: PivotFigure =
      bar.whole === null ? { kind: 'unknown' } : { kind: 'known', count: bar.whole, rounded: false };
    const place = { unit: everyUnit, period: bar.key, measure };
    return <Figure of={figure} to={behind(figure, place, { own: pivot.unit, by: 'none' })} />;
  };
  const said = bars.map(({ label, whole: count }) => `${label}: ${count === null ? t('unknown') : f.number(count)}`);
  return (
    <section className={css.card} aria-labelledby="trend">
      <div className={css.cardHead}>
        <h2 id="trend">{title}</h2>
        <button type="button" className={css.switch} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asChart' : 'asTable')}
        </button>
      </div>
      {measures.length > 1 && (
        <fieldset className={css.pick}>
          <legend className="visually-hidden">{t('trendOf')}</legend>
          {measures.map((one) => (
            <label key={one}>
              <input type="radio" name="trend" checked={one === measure} onChange={() => setWished(one)} />
              <span>{words.measure(one)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {asTable ? (
        <table className={css.small}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('axis.period')}</th>
              {part && <th scope="col">{t('toSameDay')}</th>}
              <th scope="col">{t('wholePeriod')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.label}</th>
                {part && <td>{bar.part === null ? '–' : f.number(bar.part)}</td>}
                <td>{shown(bar)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          {part && (
            <p className={css.keys} aria-hidden>
              <span className={css.keyPart}>{t('toSameDay')}</span>
              <span className={css.keyWhole}>{t('wholePeriod')}</span>
              <span className={css.keyNow}>{t('now', { period: words.period(current) })}</span>
            </p>
          )}
          <BarChart bars={bars} />
          <p className="visually-hidden">{said.join('; ')}</p>
        </>
      )}
      <p className={css.note}>{closing.join(' · ')}</p>
    </section>
  );
};
