import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayInVietnam } from '#model/day.ts';
import type { Role } from '#model/person.ts';
import { periodOf, type PeriodId } from '#model/period.ts';
import { flagsOf, nextFlag } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import { useFormat } from '#ui/format.ts';
import { MonthRuler } from '#ui/MonthRuler.tsx';
import css from './OfficerRuler.module.css';
import words from './words.module.css';

type Props = { role: Role; settings: ProvinceSettings; shown: PeriodId; now: number };

const capital = <Text extends string>(text: Text) => (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<Text>;

/** The reporting days of the report this officer owes next, and how long there is still. */
export const OfficerRuler = ({ role, settings, shown, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const today = dayInVietnam(now);
  const next = useMemo(() => nextFlag(role, today, settings), [role, today, settings]);
  const flags = useMemo(
    () =>
      flagsOf(next.period, settings).map(({ step, marked, rule }) => ({
        day: marked,
        mark: t(rule === 'before' ? 'markBefore' : 'markOn', { day: Number(marked.slice(8)) }),
        label: t(`flag${capital(step)}`),
        sub: t(`sub${capital(step)}`),
        said: t(`said${capital(step)}`, {
          day: t(rule === 'before' ? 'markBefore' : 'markOn', { day: f.day(marked) }),
        }),
        own: step === next.step,
      })),
    [next, settings, t, f],
  );
  const month = f.month(next.period);
  return (
    <section aria-label={t('ruler')} className={css.band}>
      <p className={css.left}>
        <b>{next.daysLeft === 0 ? t('lastDay') : t('daysLeft', { count: next.daysLeft })}</b>{' '}
        <span>
          {t(next.step === 'communeToProvince' ? 'dueCommuneToProvince' : 'dueProvinceConsolidates', { month })}
        </span>
        {next.period !== shown && next.period < periodOf(today, settings.periodKind) && (
          <>
            {' '}
            <Link className={words.link} to={`?${new URLSearchParams({ ky: next.period }).toString()}`}>
              {t('seePeriod', { month })}
            </Link>
          </>
        )}
      </p>
      <MonthRuler
        ground="do"
        today={today}
        todayLabel={t('rulerToday', { day: f.day(today) })}
        flags={flags}
        label={t('rulerSaid', { today: f.day(today), flags: flags.map(({ said }) => said).join(', ') })}
      />
    </section>
  );
};
