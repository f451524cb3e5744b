import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam, daysFrom } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { isLate, obstacle, obstacleOf, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import { useFormat } from '#ui/format.ts';
import words from './words.module.css';
import css from './ObstaclesWaiting.module.css';

const most = 4;

/** What teams are stuck on and this officer's level is to answer: what is late first, then the newest. */
export const ObstaclesWaiting = ({ me, now }: { me: Situation; now: number }) => {
  const { t } = useTranslation(['dashboard', 'obstacles']);
  const f = useFormat();
  const said = useUnitWords();
  const { rows, units } = useOfficerRecords(obstacle.type);
  const level = levelOfRole[me.person.role];
  const today = dayInVietnam(now);
  const waiting = useMemo(
    () =>
      (rows ?? [])
        .map(({ record }) => obstacleOf(record))
        .filter((one) => whoseMove(one) === level)
        .sort((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)) || b.raisedAt - a.raisedAt),
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
        <h2 id="obstacles-waiting">
          {t(level === 'province' ? 'dashboard:obstacles.province' : 'dashboard:obstacles.commune')}
        </h2>
        <Link to="/vuong-mac" className={words.link}>
          {waiting.length > 0
            ? t('dashboard:obstacles.all', { count: waiting.length })
            : t('dashboard:obstacles.toList')}
          <ChevronRight aria-hidden size={16} />
        </Link>
      </div>
      {waiting.length === 0 ? (
        <p className={css.nothing}>{t('dashboard:obstacles.none')}</p>
      ) : (
        <ul>
          {waiting.slice(0, most).map((one) => (
            <li key={one.id}>
              <p className={css.where}>
                <b>{where(one)}</b>
                {isLate(one, today) ? (
                  <span className={`${words.tag} ${css.late}`}>
                    <TriangleAlert aria-hidden size={16} />
                    {t('dashboard:obstacles.late', { count: daysFrom(one.passed!.deadline, today) })}
                  </span>
                ) : (
                  <span className={css.when}>{f.instant(one.raisedAt * 1000, now)}</span>
                )}
              </p>
              <p>
                {t(`obstacles:kinds.${one.kind as 'khac'}`, { defaultValue: one.kind })}
                {one.text && `. ${one.text}`}{' '}
                <Link
                  to={`/vuong-mac/${one.id}`}
                  className={words.link}
                  aria-label={t('dashboard:obstacles.answerOf', { where: where(one) })}
                >
                  {t('dashboard:obstacles.answer')}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
