import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { coreMeasures } from '#model/indicator.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import { useFormat } from '#ui/format.ts';
import css from './Compare.module.css';

/** The figures of this period beside those of the one before. */
export const Compare = ({ facts, fresh }: { facts: ReportFacts; fresh: string }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const words = useWords();
  const signed = (difference: number) =>
    difference === 0 ? '0' : `${difference > 0 ? '+' : '\u2212'}${f.number(Math.abs(difference))}`;
  return (
    <section className={css.compare} aria-labelledby="report-compare">
      <div className={css.head}>
        <h2 id="report-compare">{t('compare.title')}</h2>
        <small>{fresh}</small>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.measure')}</th>
            <th scope="col">{t('compare.now')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {coreMeasures.map((measure) => {
            const [now, before] = [facts.totals[measure] ?? 0, facts.before[measure] ?? 0];
            return (
              <tr key={measure}>
                <th scope="row">{words.measure(measure)}</th>
                <td>{f.number(now)}</td>
                <td className={css.quiet}>{f.number(before)}</td>
                <td>{signed(now - before)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
