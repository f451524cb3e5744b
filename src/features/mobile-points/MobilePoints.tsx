import { CalendarDays, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { addDays, dayInVietnam, type Day } from '#model/day.ts';
import { isFor } from '#model/records/addressees.ts';
import { attendance, attendanceName, attendanceOf } from '#model/records/attendance.ts';
import { mobilePoint, mobilePointOf } from '#model/records/mobile-point.ts';
import { link } from '#store/link.ts';
import { recordsOfType } from '#store/records.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import { attendanceIn } from './attendances.ts';
import { Part } from './Part.tsx';
import { PeopleSheet } from './PeopleSheet.tsx';
import { PointLine } from './PointLine.tsx';
import { PointsRuler } from './PointsRuler.tsx';
import { usePointWords } from './point-words.ts';
import { StepsBefore } from './StepsBefore.tsx';
import { usePointedAt } from './use-pointed-at.ts';
import css from './MobilePoints.module.css';

/** How long a point that was is still shown. */
const daysPast = 14;

/** The mobile points a village sends people to: the next first, and what the team does before it. */
const MobilePoints = () => {
  const { t } = useTranslation('mobile-points');
  const f = useFormat();
  const now = useNow();
  const today = dayInVietnam(now);
  const me = useSituation();
  const words = usePointWords();
  const [asking, setAsking] = useState<string>();
  const known = useLive(async (db) => ({
    points: await recordsOfType(db, mobilePoint.type),
    said: await recordsOfType(db, attendance.type),
    link: await link(db),
  }));
  usePointedAt(me !== undefined && known !== undefined);
  if (!me || !known) return null;
  const { unit } = me.person;
  const path = me.units.map(({ id }) => id);
  const points = known.points
    .map(({ record }) => ({ record, point: mobilePointOf(record) }))
    .filter(({ point }) => isFor(point.units, path))
    .sort((a, b) => (`${a.point.day} ${a.point.hours.from}` < `${b.point.day} ${b.point.hours.from}` ? -1 : 1));
  const ahead = points.filter(({ point }) => point.day >= today);
  const past = points.filter(({ point }) => point.day < today && point.day >= addDays(today, -daysPast)).reverse();
  const held = ahead.filter(({ point }) => point.cancelled === null);
  const next = held[0]?.point;
  const asked = points.find(({ point }) => point.id === asking)?.point;
  const { lastSucceededAt } = known.link;

  return (
    <>
      <TopBar title={t('title')} back="/them" />
      <PointsRuler days={held.map(({ point }) => point.day)} today={today} />
      <div className={css.page}>
        <p className={css.fresh}>
          {lastSucceededAt === null ? t('bySetNever') : t('bySet', { when: f.instant(lastSucceededAt, now) })}
        </p>
        {ahead.length === 0 && <Empty icon={CalendarDays}>{t('empty')}</Empty>}
        {ahead.length > 0 && (
          <Card as="ul" aria-label={t('upcoming')}>
            {ahead.map(({ record, point }) => {
              const part = known.said.find(({ id }) => id === attendanceName(point.id, unit));
              const { people } = attendanceOf(part?.record);
              const name = words.name(point);
              return (
                <PointLine key={point.id} record={record} words={words}>
                  {!point.cancelled && part && <Part row={part} point={record} team={me.team} />}
                  {!point.cancelled && (
                    <p className={css.ways}>
                      <button
                        type="button"
                        className={css.way}
                        aria-label={t(people === null ? 'teamSaysOf' : 'changeOf', { point: name })}
                        onClick={() => setAsking(point.id)}
                      >
                        {t(people === null ? 'teamSays' : 'change')}
                      </button>
                      {point.day === today && point.what !== 'the' && <CountHere day={point.day} />}
                    </p>
                  )}
                </PointLine>
              );
            })}
          </Card>
        )}
        {next && <StepsBefore point={next} unit={unit} of={attendanceIn(known.said, next.id, unit)} />}
        {past.length > 0 && (
          <section aria-labelledby="past">
            <h2 id="past" className={css.title}>
              {t('past')}
            </h2>
            <Card as="ul">
              {past.map(({ record, point }) => (
                <PointLine key={point.id} record={record} words={words}>
                  {!point.cancelled && point.what !== 'the' && (
                    <p className={css.ways}>
                      <CountHere day={point.day} />
                    </p>
                  )}
                </PointLine>
              ))}
            </Card>
          </section>
        )}
      </div>
      {asked && (
        <PeopleSheet
          key={asked.id}
          open
          point={asked}
          unit={unit}
          people={attendanceIn(known.said, asked.id, unit).people}
          words={words}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
};
export default MobilePoints;

/** Level 2 is counted where and when it was captured: the form opens with both chosen. */
const CountHere = ({ day }: { day: Day }) => {
  const { t } = useTranslation('mobile-points');
  return (
    <Link to={`/ghi?noi=diem-luu-dong&ngay=${day}`} className={css.way}>
      {t('count')}
      <ChevronRight aria-hidden size={18} />
    </Link>
  );
};
