import { Bell, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfReport, placeOfUrging } from '#features/overview/addresses.ts';
import { toUrge } from '#features/overview/urging.ts';
import { dayInVietnam } from '#model/day.ts';
import type { Dashboard } from '#store/officer-pages.ts';
import css from './HeadActions.module.css';

/** What an officer does next: write to those who were not heard of, and go to the report of the period. */
export const HeadActions = ({ dashboard, now }: { dashboard: Dashboard; now: number }) => {
  const { t } = useTranslation('dashboard');
  const { unit, period, rows } = dashboard;
  const anybody = toUrge(rows, new Set(), dayInVietnam(now)).length > 0;
  return (
    <>
      {anybody && (
        <Link className={css.quiet} to={placeOfUrging(period)}>
          <Bell aria-hidden size={18} />
          {t(unit.level === 'province' ? 'urge.everybody' : 'urge.everyVillage')}
        </Link>
      )}
      <Link className={css.strong} to={placeOfReport(unit.id, period)}>
        <FileText aria-hidden size={18} />
        {t('report')}
      </Link>
    </>
  );
};
