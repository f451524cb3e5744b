import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayInVietnam, daysFrom } from '#model/day.ts';
import { isLate, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import css from './ObstacleBriefs.module.css';

type Props = {
  obstacles: readonly Obstacle[];
  where: (one: Obstacle) => string;
  /** The reader's: what waits for it is to be answered, what waits for others to be read. */
  level: UnitLevel;
  now: number;
};

/** Obstacles in a few words each, with the way into their threads. */
export const ObstacleBriefs = ({ obstacles, where, level, now }: Props) => {
  const { t } = useTranslation(['dashboard', 'obstacles']);
  const f = useFormat();
  const today = dayInVietnam(now);
  return (
    <ul className={css.briefs}>
      {obstacles.map((one) => {
        const whose = whoseMove(one);
        const mine = whose === level;
        const when = f.instant(one.raisedAt * 1000, now);
        return (
          <li key={one.id}>
            <p className={css.where}>
              <b>{where(one)}</b>
              {isLate(one, today) ? (
                <span className={css.late}>
                  <TriangleAlert aria-hidden size={16} />
                  {t('dashboard:obstacles.late', { count: daysFrom(one.passed!.deadline, today) })}
                </span>
              ) : (
                <span className={css.when}>{mine ? when : `${t(`obstacles:move.${whose}`)} · ${when}`}</span>
              )}
            </p>
            <p>
              {t(`obstacles:kinds.${one.kind as 'khac'}`, { defaultValue: one.kind })}
              {one.text && `. ${one.text}`}{' '}
              <Link
                to={`/vuong-mac/${one.id}`}
                aria-label={t(mine ? 'dashboard:obstacles.answerOf' : 'dashboard:obstacles.readOf', {
                  where: where(one),
                })}
              >
                {t(mine ? 'dashboard:obstacles.answer' : 'dashboard:obstacles.read')}
              </Link>
            </p>
          </li>
        );
      })}
    </ul>
  );
};
