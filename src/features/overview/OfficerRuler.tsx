import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayInVietnam } from '#model/day.ts';
import { rowsWithData } from '#features/overview/completeness.ts';
import type { Role } from '#model/person.ts';
import { periodOf, type PeriodId } from '#model/period.ts';
import { flagsOf, nextFlag } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Dashboard } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import { MonthRuler } from '#ui/MonthRuler.tsx';
import css from './OfficerRuler.module.css';
import words from './words.module.css';

type Props = {
  role: Role;
  settings: ProvinceSettings;
  shown: PeriodId;
  /** Of the period that is shown; its counts stand under the flags of that period. */
  dashboard: Dashboard | undefined;
  now: number;
};

const capital = <Text extends string>(text: Text) => (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<Text>;

/** The reporting days of the report this officer owes next, and how long there is still. */
export const OfficerRuler = ({ role, settings, shown, dashboard, now }: Props) => {
  const { t } = useTranslation(['overview', 'dashboard']);
  const f = useFormat();
  const today = dayInVietnam(now);
  const next = useMemo(() => nextFlag(role, today, settings), [role, today, settings]);
  const counts = useMemo(() => {
    if (!dashboard || dashboard.period !== next.period) return {};
    const { unit, teams, teamsReported, closedBelow, closed, rows } = dashboard;
    if (unit.level === 'province')
      return {
        villageToCommune: t('dashboard:ruler.teams', { some: f.number(teamsReported), all: f.number(teams) }),
        communeToProvince: t('dashboard:ruler.closed', { some: f.number(closedBelow), all: f.number(rows.length) }),
      };
    return {
      villageToCommune: t('dashboard:ruler.villages', {
        some: f.number(rowsWithData(dashboard)),
        all: f.number(rows.length),
      }),
      communeToProvince: t(closed ? 'dashboard:ruler.isClosed' : 'dashboard:ruler.isOpen'),
    };
  }, [dashboard, next.period, t, f]);
  const flags = useMemo(
    () =>
      flagsOf(next.period, settings).map(({ step, marked, rule }) => ({
        day: marked,
        mark: t(rule === 'before' ? 'overview:markBefore' : 'overview:markOn', { day: Number(marked.slice(8)) }),
        label: t(`overview:flag${capital(step)}`),
        sub: (counts as Partial<Record<typeof step, string>>)[step] ?? t(`overview:sub${capital(step)}`),
        said: t(`overview:said${capital(step)}`, {
          day: t(rule === 'before' ? 'overview:markBefore' : 'overview:markOn', { day: f.day(marked) }),
        }),
        own: step === next.step,
      })),
    [next, settings, counts, t, f],
  );
  const month = f.month(next.period);
  return (
    <section aria-label={t('overview:ruler')} className={css.band}>
      <p className={css.left}>
        <b>{next.daysLeft === 0 ? t('overview:lastDay') : t('overview:daysLeft', { count: next.daysLeft })}</b>{' '}
        <span>
          {t(next.step === 'communeToProvince' ? 'overview:dueCommuneToProvince' : 'overview:dueProvinceConsolidates', {
            month,
          })}
        </span>
        {next.period !== shown && next.period < periodOf(today, settings.periodKind) && (
          <>
            {' '}
            <Link className={words.link} to={`?${new URLSearchParams({ ky: next.period }).toString()}`}>
              {t('overview:seePeriod', { month })}
            </Link>
          </>
        )}
      </p>
      <MonthRuler
        ground="do"
        today={today}
        todayLabel={t('overview:rulerToday', { day: f.day(today) })}
        flags={flags}
        label={t('overview:rulerSaid', { today: f.day(today), flags: flags.map(({ said }) => said).join(', ') })}
      />
    </section>
  );
};
