import { FileDown, Printer, Sheet as SheetIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import type { useExport } from '#features/report/use-export.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import type { ReportDocument } from '#model/report/document.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import css from './ReportHead.module.css';

type Props = {
  page: ReportPage;
  report: ReportDocument | undefined;
  facts: ReportFacts | undefined;
  exported: ReturnType<typeof useExport>;
  children: ReactNode;
};

/** Which report it is, how fresh, and what can be done with it. */
export const ReportHead = ({ page, report, facts, exported, children }: Props) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const words = useUnitWords();
  const { period, first, last, unit } = page;
  const title = t('title', { month: f.month(period), year: period.slice(0, 4), unit: words.heading(unit) });
  const heading = useArrival(title);
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <p>
          <Link to={`/bao-cao?ky=${period}`} className={css.back}>
            {t('allReports')}
          </Link>{' '}
          · {t('span', { span: f.span(first, last) })} · {t('asOf', { when: f.instant(page.figures.asOf * 1000, now) })}{' '}
          · {f.weekday(dayInVietnam(now))}
        </p>
      </div>
      <div className={css.ways}>
        {report && facts && (
          <>
            <button
              type="button"
              aria-disabled={exported.making === 'xlsx'}
              onClick={() => void exported.xlsx(report, facts)}
            >
              <SheetIcon aria-hidden size={20} />
              {exported.making === 'xlsx' ? t('making') : t('xlsx')}
            </button>
            <button type="button" aria-disabled={exported.making === 'docx'} onClick={() => void exported.docx(report)}>
              <FileDown aria-hidden size={20} />
              {exported.making === 'docx' ? t('making') : t('docx')}
            </button>
            <button type="button" onClick={() => print()}>
              <Printer aria-hidden size={20} />
              {t('print')}
            </button>
          </>
        )}
        {children}
      </div>
      {exported.failed && (
        <p role="alert" className={css.trouble}>
          {t('makingFailed')}
        </p>
      )}
    </header>
  );
};
