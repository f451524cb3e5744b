import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { useLateWords } from '#features/report/use-late-words.ts';
import { useWords } from '#features/words.ts';
import { inSentence } from '#model/report/words.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Desk.module.css';

/** What was done with this report, and what its amendments changed, newest first. */
export const History = ({ page }: { page: ReportPage }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const words = useWords();
  const { nameOf } = useLateWords(page);
  if (page.steps.length === 0) return null;
  const amended = page.steps.filter(({ step }) => step === 'amended');
  const amendmentAt = (number: number) => page.amendments[amended.findIndex((one) => one.number === number)];
  return (
    <section className={css.history} aria-labelledby="report-history">
      <h2 id="report-history">{t('history.title')}</h2>
      <ol>
        {[...page.steps].reverse().map(({ number, step, at, by, reason, missing }) => {
          const amendment = step === 'amended' ? amendmentAt(number) : undefined;
          return (
            <li key={number}>
              <b>
                {t(`history.${step}`)}
                {amendment && ` ${inSentence(amendment.number)}`}
              </b>
              <small>
                {by} · {f.instant(at * 1000, now)}
              </small>
              {reason && <small>{t('history.because', { reason })}</small>}
              {missing.length > 0 && (
                <small>{t('history.without', { count: missing.length, names: missing.map(nameOf).join(', ') })}</small>
              )}
              {amendment?.difference.map(({ unit, measure, before, after }) => (
                <small key={`${unit}/${measure}`}>
                  {t('history.difference', {
                    unit: nameOf(unit),
                    measure: words.measure(measure),
                    before: f.number(before),
                    after: f.number(after),
                  })}
                </small>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
