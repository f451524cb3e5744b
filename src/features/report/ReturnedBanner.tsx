import { CornerUpLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './LateBanner.module.css';

/** Why the province returned a report: what its commune has to do stands before everything it wrote. */
export const ReturnedBanner = ({ page }: { page: ReportPage }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const returned = page.steps.filter(({ step }) => step === 'returned').pop();
  if (page.standing !== 'returned' || !returned) return null;
  return (
    <section className={css.banner} aria-label={t('returned.label')}>
      <CornerUpLeft aria-hidden size={22} />
      <p>
        <b>{t('returned.title', { reason: returned.reason ?? '' })}</b>{' '}
        {t('returned.about', { by: returned.by, when: f.instant(returned.at * 1000, now) })}
      </p>
    </section>
  );
};
