import { FilePen, History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmendSheet } from '#features/report/AmendSheet.tsx';
import { useLateWords } from '#features/report/use-late-words.ts';
import type { Known } from '#features/report/StepSheet.tsx';
import type { Stepping } from '#features/report/use-step.ts';
import { inSentence } from '#model/report/words.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './LateBanner.module.css';

type Props = { page: ReportPage; known: Known; stepping: Stepping; may: boolean };

/** Says that entries came after the month was closed: its figures stay, and what came late enters by an amendment only. */
export const LateBanner = ({ page, known, stepping, may }: Props) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const words = useLateWords(page);
  const [open, setOpen] = useState(false);
  if (page.late.length === 0) return null;
  const number = inSentence((page.amendments[page.amendments.length - 1]?.number ?? 0) + 1);
  const villages = [...new Set(page.late.map(({ unit }) => words.nameOf(unit)))].join(', ');
  return (
    <section className={css.banner} aria-label={t('late.label')}>
      <History aria-hidden size={22} />
      <p>
        <b>{t('late.title', { count: page.late.length, month: f.month(page.period) })}</b>: {villages}.{' '}
        {t('late.about')}
      </p>
      {may && (
        <button type="button" onClick={() => setOpen(true)}>
          <FilePen aria-hidden size={20} />
          {t('late.amend', { number })}
        </button>
      )}
      {open && (
        <AmendSheet page={page} known={known} stepping={stepping} number={number} onClose={() => setOpen(false)} />
      )}
    </section>
  );
};
