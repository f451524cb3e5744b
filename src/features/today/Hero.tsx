import { MapPin } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Me } from '#features/handbook.tsx';
import { useRulerFlags } from '#features/today/ruler-flags.ts';
import type { Day } from '#model/day.ts';
import { nextFlag } from '#model/reporting-calendar.ts';
import { MonthRuler } from '#ui/MonthRuler.tsx';
import { capital } from '#ui/capital.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import css from './Hero.module.css';

/** Where, which day, how long until one's own reporting day, and the month drawn. */
export const Hero = ({ me, today }: { me: Me; today: Day }) => {
  const { t } = useTranslation(['today', 'common', 'units']);
  const format = useFormat();
  const heading = useArrival(t('title'));
  const next = nextFlag(me.person.role, today, me.settings);
  const flags = useRulerFlags(next, me.settings);
  const month = t('common:month', { month: format.month(next.period) });

  const nameOf = (unit: Me['units'][number]) => {
    const name = t(`units:${unit.type}`, { name: unit.name });
    return unit.demo ? t('units:demo', { unit: name }) : name;
  };
  const where = me.units.filter(({ level }) => level !== 'province').map(nameOf);
  const weekday = format.weekdayName(today);

  return (
    <header className={css.hero}>
      <p className={css.where}>
        <MapPin aria-hidden size={18} />
        {where.join(' · ')}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {t('weekdayDay', { weekday: capital(weekday), day: format.day(today) })}
      </h1>
      <p className={css.left}>
        {next.daysLeft === 0 ? (
          <span className={css.now}>{t('dueToday')}</span>
        ) : (
          <Trans t={t} i18nKey="daysLeft" count={next.daysLeft} components={{ b: <b /> }} />
        )}
      </p>
      <p className={css.due}>{t(next.daysLeft === 0 ? `dueNow.${next.step}` : `due.${next.step}`, { month })}</p>
      <MonthRuler
        today={today}
        todayLabel={t('ruler.today')}
        flags={flags}
        label={t('ruler.words', {
          today: format.day(today),
          flags: flags.map(({ mark, label, sub }) => t('ruler.flagWords', { mark, label, sub })).join('; '),
        })}
      />
    </header>
  );
};
