import { useTranslation } from 'react-i18next';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { Backup } from '#features/today/Backup.tsx';
import { Difference } from '#features/today/Difference.tsx';
import { Hero } from '#features/today/Hero.tsx';
import { LatestEntries } from '#features/today/LatestEntries.tsx';
import { MonthNumbers } from '#features/today/MonthNumbers.tsx';
import { Recovery } from '#features/today/Recovery.tsx';
import { Sending } from '#features/today/Sending.tsx';
import { Unfinished } from '#features/today/Unfinished.tsx';
import { dayInVietnam } from '#model/day.ts';
import { periodOf, spanOf } from '#model/period.ts';
import { nextFlag } from '#model/reporting-calendar.ts';
import { latestEntries } from '#store/journal.ts';
import { situation } from '#store/situation.ts';
import { Empty } from '#ui/Empty.tsx';
import css from './Today.module.css';

/** Of the latest entries. */
const shown = 3;

type Props = {
  /** What others told the team, as bands. */
  told?: ReactNode;
  /** What is to be done. */
  work?: ReactNode;
  /** Something to ask in between. */
  children?: ReactNode;
};

/** How long is left, what is still on this phone, what was begun, what is to be done, and what the month has come to. */
const Today = ({ told, work, children }: Props) => {
  const { t } = useTranslation('today');
  const now = useNow();
  const today = dayInVietnam(now);
  const me = useLive(situation);
  const kind = me?.settings.periodKind ?? 'from15to14';
  const period = periodOf(today, kind);
  const { first, last } = spanOf(period, kind);
  const latest = useLive((db) => latestEntries(db, first, last, shown), [first, last]);
  if (!me || !latest) return null;

  const { daysLeft } = nextFlag(me.person.role, today, me.settings);
  return (
    <>
      <Hero me={me} today={today} />
      <Sending now={now} daysLeft={daysLeft} />
      <Backup />
      <Difference now={now} />
      <Recovery />
      {told}
      <div className={css.inside}>
        {children}
        <Unfinished now={now} />
        {work}
        {latest.length === 0 ? (
          <Empty
            action={
              <Link to="/ghi" className={css.first}>
                <Plus aria-hidden size={20} />
                {t('logFirst')}
              </Link>
            }
          >
            {t('empty')}
          </Empty>
        ) : (
          <>
            <MonthNumbers period={period} span={{ first, last }} off={me.settings.measuresOff} />
            <LatestEntries entries={latest} me={me} />
          </>
        )}
      </div>
    </>
  );
};

export default Today;
