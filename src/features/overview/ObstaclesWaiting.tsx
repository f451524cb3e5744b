import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ObstacleBriefs } from '#features/ObstacleBriefs.tsx';
import { obstaclesWaiting } from '#features/obstacles-waiting.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { obstacle, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import words from './words.module.css';
import css from './ObstaclesWaiting.module.css';

const most = 4;

/** What teams are stuck on and this officer's level is to answer: what is late first, then the newest. */
export const ObstaclesWaiting = ({ me, now }: { me: Situation; now: number }) => {
  const { t } = useTranslation('dashboard');
  const said = useUnitWords();
  const { rows, units } = useOfficerRecords(obstacle.type);
  const level = levelOfRole[me.person.role];
  const today = dayInVietnam(now);
  const waiting = useMemo(
    () => obstaclesWaiting(rows ?? [], today, (one) => whoseMove(one) === level),
    [rows, level, today],
  );
  const nameOf = (id: string | undefined) => units.find((unit) => unit.id === id);
  const where = ({ unit }: Obstacle) => {
    const village = nameOf(unit);
    const commune = level === 'province' ? nameOf(village?.parent ?? unit.split('-')[0]) : undefined;
    return [commune, village].flatMap((one) => (one ? [said.heading(one)] : [])).join(', ') || unit;
  };
  if (!rows) return null;
  return (
    <section aria-labelledby="obstacles-waiting" className={css.part}>
      <div className={css.head}>
        <h2 id="obstacles-waiting">{t(level === 'province' ? 'obstacles.province' : 'obstacles.commune')}</h2>
        <Link to="/vuong-mac" className={words.link}>
          {waiting.length > most ? t('obstacles.all', { count: waiting.length }) : t('obstacles.toList')}
          <ChevronRight aria-hidden size={16} />
        </Link>
      </div>
      {waiting.length === 0 ? (
        <p className={css.nothing}>{t('obstacles.none')}</p>
      ) : (
        <ObstacleBriefs obstacles={waiting.slice(0, most)} {...{ where, level, now }} />
      )}
    </section>
  );
};
