import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './LateBanner.module.css';

/** What communes changed since the province consolidated: its report keeps the figures of then, and says what is otherwise now. */
export const SinceConsolidated = ({ page }: { page: ReportPage }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const words = useWords();
  const { consolidated, figures } = page;
  if (!consolidated) return null;
  const measures = [...new Set([...Object.keys(consolidated.totals), ...Object.keys(figures.totals)])];
  const changed = measures
    .map((measure) => ({ measure, former: consolidated.totals[measure] ?? 0, now: figures.totals[measure] ?? 0 }))
    .filter(({ former, now }) => former !== now);
  if (changed.length === 0) return null;
  return (
    <section className={css.banner} aria-label={t('since.label')}>
      <History aria-hidden size={22} />
      <p>
        <b>{t('since.title')}</b>{' '}
        {changed
          .map(({ measure, former, now }) =>
            t('since.one', { measure: words.measure(measure), former: f.number(former), now: f.number(now) }),
          )
          .join('; ')}
        . {t('since.about')}
      </p>
    </section>
  );
};
