import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { Confirmed } from '#features/report/Confirmed.tsx';
import { Stations } from '#features/report/Stations.tsx';
import { useReport } from '#features/report/use-report.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { daysFrom, type Day } from '#model/day.ts';
import { shiftPeriod, spanOf, type PeriodId } from '#model/period.ts';
import { levelOfRole } from '#model/person.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Reports.module.css';

/** As many as a year has. */
const howMany = 12;

const isClosed = ({ closed }: Situation, period: PeriodId) => closed.some((one) => one.period === period);

type LineProps = {
  me: Situation;
  period: PeriodId;
  today: Day;
  current: PeriodId;
  /** Where this device knows it. */
  report: ReportPage | undefined;
};

const Line = ({ me, period, today, current, report }: LineProps) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const { first, last } = spanOf(period, me.settings.periodKind);
  const [, communeFlag, , officeFlag] = flagsOf(period, me.settings);
  const ofCommune = levelOfRole[me.person.role] === 'commune';
  const flag = ofCommune ? communeFlag! : officeFlag!;
  const left = daysFrom(today, flag.due);
  const closed = isClosed(me, period);
  const state = () => {
    if (report?.standing === 'returned') return <span className={css.late}>{t('list.returned')}</span>;
    if (report?.standing === 'sent') return <span className={css.well}>{t('list.sent')}</span>;
    if (report?.standing === 'consolidated') return <span>{t('list.consolidated')}</span>;
    if (closed && report && report.late.length > 0)
      return <span className={css.late}>{t('list.lateOnes', { count: report.late.length })}</span>;
    if (closed) return <span className={css.well}>{t('list.closed')}</span>;
    if (period === current || left >= 0)
      return <span>{left >= 0 ? t('list.left', { count: left, day: f.day(flag.marked) }) : t('list.now')}</span>;
    if (!ofCommune) return null;
    // Of months long gone by, as of those before the app came, nobody is reminded in red.
    const isLast = period === shiftPeriod(current, -1);
    return <span className={isLast ? css.late : undefined}>{t(isLast ? 'list.late' : 'list.open')}</span>;
  };
  return (
    <li>
      <Link to={`/bao-cao/${me.person.unit}/${period}`} className={css.line}>
        <span>
          <b>{t('list.month', { month: f.month(period), year: period.slice(0, 4) })}</b>
          <small>{t('span', { span: f.span(first, last) })}</small>
        </span>
        <span className={css.state}>{state()}</span>
        <ChevronRight aria-hidden size={20} />
      </Link>
    </li>
  );
};

const Below = ({ me, period, today }: { me: Situation; period: PeriodId; today: Day }) => {
  const page = useReport(me.person.unit, period);
  if (page.kind !== 'shown') return <NothingToShow page={page} />;
  return (
    <>
      <Stations page={page.body} settings={me.settings} today={today} />
      <Confirmed page={page.body} settings={me.settings} today={today} mayReturn={false} />
    </>
  );
};

/**
 * Whether a month that is over is done with: a commune has closed it and it was not returned; a province has sent
 * it, or nobody began it before it was due, as with the months before the app came.
 */
const isDone = (me: Situation, period: PeriodId, today: Day, report: ReportPage | undefined): boolean => {
  if (levelOfRole[me.person.role] === 'commune') return report ? report.standing === 'closed' : isClosed(me, period);
  const [, , , sent] = flagsOf(period, me.settings);
  const begun = report && (report.standing !== 'open' || report.below.some(({ standing }) => standing !== 'open'));
  return report?.standing === 'sent' || (sent!.due < today && !begun);
};

const List = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const words = useUnitWords();
  const heading = useArrival(t('listTitle'));
  const [address] = useSearchParams();
  const { today, current, period: chosen } = useChosenPeriod(me);
  // The month whose report is under way: the last one that is over, until it is done with.
  const last = shiftPeriod(current, -1);
  const page = useReport(me.person.unit, last);
  const report = page.kind === 'shown' ? page.body : undefined;
  const under = page.kind !== 'opening' && isDone(me, last, today, report) ? current : last;
  const period = address.has('ky') ? chosen : under;
  const own = me.units.find(({ id }) => id === me.person.unit);
  const periods = Array.from({ length: howMany }, (_, at) => shiftPeriod(current, -at));
  return (
    <div className={css.page}>
      <header>
        <h1 tabIndex={-1} ref={heading}>
          {t('listTitle')}
        </h1>
        <p className={css.about}>{t('listAbout', { unit: own ? words.heading(own) : '' })}</p>
      </header>
      <div className={css.sides}>
        <Card as="ul" className={css.list}>
          {periods.map((one) => (
            <Line
              key={one}
              me={me}
              period={one}
              today={today}
              current={current}
              report={one === last ? report : undefined}
            />
          ))}
        </Card>
        <section
          className={css.below}
          aria-label={t('list.month', { month: f.month(period), year: period.slice(0, 4) })}
        >
          <h2>{t('list.month', { month: f.month(period), year: period.slice(0, 4) })}</h2>
          <Below me={me} period={period} today={today} />
        </section>
      </div>
    </div>
  );
};

/** The monthly reports of an officer's own unit, and how far those of this month are below it. */
const Reports = () => {
  const me = useSituation();
  return me ? <List me={me} /> : null;
};
export default Reports;
