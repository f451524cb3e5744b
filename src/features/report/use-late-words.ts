import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';

type Late = ReportPage['late'][number];

/** What came late, in words: whose it is and when it came, and what it would change. */
export const useLateWords = (page: ReportPage) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const units = useUnitWords();
  const words = useWords();
  const { rows, predecessors = [] } = page.figures;
  const known = [page.unit, ...[...rows, ...predecessors].map(({ unit }) => unit)];
  const nameOf = (id: string) => {
    const unit = known.find((one) => one.id === id);
    return unit ? units.heading(unit) : id;
  };
  const count = (measure: string, by: number) =>
    `${by < 0 ? '\u2212' : ''}${f.number(Math.abs(by))} ${words.counted(measure, Math.abs(by))}`;
  return {
    nameOf,
    who: ({ unit, by, date }: Late) =>
      [nameOf(unit), by, date && t('late.of', { day: f.day(date) })].filter(Boolean).join(' · '),
    what: ({ receivedAt, counts }: Late) =>
      [
        Object.entries(counts)
          .map(([measure, by]) => count(measure, by))
          .join(', '),
        t('late.received', { when: f.instant(receivedAt * 1000, now) }),
      ]
        .filter(Boolean)
        .join(' · '),
    why: (code: string) => words.refusal({ code, params: {} }),
  };
};
