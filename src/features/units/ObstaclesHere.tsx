import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ObstacleBriefs } from '#features/ObstacleBriefs.tsx';
import { obstaclesWaiting } from '#features/obstacles-waiting.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { obstacle, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import type { Unit } from '#model/unit.ts';
import { isWithin, type Tree } from './tree.ts';
import css from './ObstaclesHere.module.css';

const most = 4;

type Props = { me: Situation; unit: Unit; tree: Pick<Tree, 'byId'>; now: number };

/** What the teams of a unit are stuck on, whoever it waits for. */
export const ObstaclesHere = ({ me, unit, tree, now }: Props) => {
  const { t } = useTranslation(['area', 'dashboard']);
  const said = useUnitWords();
  const { rows } = useOfficerRecords(obstacle.type);
  const level = levelOfRole[me.person.role];
  const today = dayInVietnam(now);
  const waiting = useMemo(
    () =>
      obstaclesWaiting(
        rows ?? [],
        today,
        (one) => whoseMove(one) !== 'nobody' && isWithin(tree.byId, one.unit, unit.id),
      ),
    [rows, today, tree, unit.id],
  );
  const where = ({ unit: id }: Obstacle) => {
    const village = tree.byId.get(id);
    const commune = unit.level === 'province' ? tree.byId.get(village?.parent ?? '') : undefined;
    return [commune, village].flatMap((one) => (one ? [said.heading(one)] : [])).join(', ') || id;
  };
  if (!rows) return null;
  return (
    <section className={css.obstacles} aria-labelledby="obstacles-here">
      <header>
        <h2 id="obstacles-here">{t('area:obstaclesTitle')}</h2>
        <Link to="/vuong-mac">
          {waiting.length > most ? t('area:allObstacles', { count: waiting.length }) : t('dashboard:obstacles.toList')}
        </Link>
      </header>
      {waiting.length === 0 ? (
        <p>{t('area:noObstacles')}</p>
      ) : (
        <ObstacleBriefs obstacles={waiting.slice(0, most)} {...{ where, level, now }} />
      )}
    </section>
  );
};
