import { ChevronRight, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfReport } from '#features/overview/addresses.ts';
import { daysFrom, type Day } from '#model/day.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Dashboard } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './ReportBefore.module.css';

type Props = { dashboard: Dashboard; settings: ProvinceSettings; today: Day };

/** The month before, as long as its report wants something of the officers of this unit: it is due before the month that runs. */
export const ReportBefore = ({ dashboard, settings, today }: Props) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  const { unit, before, last } = dashboard;
  const [, communeFlag, , officeFlag] = flagsOf(before.period, settings);
  const ofProvince = unit.level === 'province';
  const { due } = ofProvince ? officeFlag! : communeFlag!;
  const begun = before.report !== 'open' || Object.keys(before.totals).length > 0;
  const unfinished = ofProvince ? before.report !== 'sent' : before.report === 'open';
  const returned = before.report === 'returned';
  if (before.report === undefined || today > last || !((unfinished && begun) || returned)) return null;
  const late = daysFrom(due, today);
  const about = { month: f.month(before.period), day: f.day(due), count: late };
  const which = ofProvince ? 'notSent' : 'notClosed';
  return (
    <p className={css.before}>
      <FileText aria-hidden size={20} />
      <b>{returned ? t('reportBefore.returned', about) : t(`reportBefore.${which}${late > 0 ? 'Late' : ''}`, about)}</b>
      <Link to={placeOfReport(unit.id, before.period)}>
        {t('reportBefore.go', about)}
        <ChevronRight aria-hidden size={18} />
      </Link>
    </p>
  );
};
