import { CalendarDays, CalendarPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHands, useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useSituation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { addDays, dayInVietnam } from '#model/day.ts';
import { attendance } from '#model/records/attendance.ts';
import { mobilePoint, mobilePointOf, type MobilePoint } from '#model/records/mobile-point.ts';
import type { Json } from '#model/record.ts';
import type { RecordRow } from '#store/database.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { CancelSheet } from './CancelSheet.tsx';
import { PointLine } from './PointLine.tsx';
import { PointSums } from './PointSums.tsx';
import { saidOf, silentOf } from './attendances.ts';
import { usePointWords } from './point-words.ts';
import { usePointedAt } from './use-pointed-at.ts';
import css from './OfficerPoints.module.css';

/** How long a point that was is still shown. */
const daysPast = 14;

/** An area's mobile points: announced, changed and cancelled here, with what the villages said. */
const OfficerPoints = () => {
  const { t } = useTranslation('mobile-points');
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
  const say = useWords();
  const now = useNow();
  const today = dayInVietnam(now);
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(mobilePoint.type);
  const said = useOfficerRecords(attendance.type).rows ?? [];
  const words = usePointWords();
  const unitWords = useUnitWords();
  const [cancelling, setCancelling] = useState<string>();
  const heading = useArrival(t('title'));
  const named = useMemo(() => new Map([...(me?.units ?? []), ...units].map((unit) => [unit.id, unit])), [me, units]);
  usePointedAt(rows !== undefined);
  if (!me) return null;
  const nameOf = (id: string) => {
    const unit = named.get(id);
    return unit ? unitWords.said(unit) : t('officer.villageUnknown', { unit: id });
  };
  const all = (rows ?? [])
    .map((row) => ({ row, point: mobilePointOf(row.record) }))
    .sort((a, b) => (`${a.point.day} ${a.point.hours.from}` < `${b.point.day} ${b.point.hours.from}` ? -1 : 1));
  const ahead = all.filter(({ point }) => point.day >= today);
  const past = all.filter(({ point }) => point.day < today && point.day >= addDays(today, -daysPast)).reverse();
  const sums = (point: MobilePoint) => {
    const known = saidOf(said, point.id);
    const silent = silentOf(point, known, units).map(unitWords.said);
    return <PointSums point={point} said={known} silent={silent} nameOf={nameOf} />;
  };
  const put = async ({ id, unit }: RecordRow, set: Record<string, Json>) => {
    const base = baseOf(id);
    const written = await writeRecord(db, clock, mobilePoint, unit, { record: id, set, ...(base && { base }) });
    if (written.kind === 'refused') announce(written.faults.map(say.refusal).join(' '));
    else announce(written.kind === 'not-stored' ? t(written.why) : t('officer.done'));
    return written.kind === 'saved';
  };
  const asked = ahead.find(({ point }) => point.id === cancelling);

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        <p>{t('officer.about')}</p>
      </header>
      <div className={css.new}>
        <Button look="strong" icon={CalendarPlus} onClick={() => void go('/luu-dong/moi')}>
          {t('officer.new')}
        </Button>
      </div>
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
      {!rows && page.kind !== 'shown' ? (
        <NothingToShow page={page} />
      ) : ahead.length === 0 ? (
        <Empty icon={CalendarDays}>{t('officer.empty')}</Empty>
      ) : (
        <Card as="ul" aria-label={t('upcoming')}>
          {ahead.map(({ row, point }) => {
            const name = `${words.name(point)}, ${point.place}`;
            return (
              <PointLine key={point.id} record={row.record} words={words}>
                {point.unit !== me.person.unit && <p className={css.whose}>{nameOf(point.unit)}</p>}
                {!point.cancelled && sums(point)}
                {whereInAll(row) !== 'received' && (
                  <p className={css.where}>
                    <RecordWhere where={whereInAll(row)} />
                  </p>
                )}
                <RecordConflicts
                  record={row.record}
                  inWords={words.value}
                  nameOf={(by) => me.team.find(({ id }) => id === by)?.name}
                  keep={(field, value) => void put(row, { [field]: value })}
                />
                <p className={css.ways}>
                  {point.cancelled ? (
                    <button
                      type="button"
                      className={css.way}
                      aria-label={t('officer.restoreOf', { point: name })}
                      onClick={() => void put(row, { cancelled: null })}
                    >
                      {t('officer.restore')}
                    </button>
                  ) : (
                    <>
                      <Link
                        to={`/luu-dong/${point.id}`}
                        className={css.way}
                        aria-label={t('officer.editOf', { point: name })}
                      >
                        {t('officer.edit')}
                      </Link>
                      <button
                        type="button"
                        className={css.way}
                        aria-label={t('officer.cancelOf', { point: name })}
                        onClick={() => setCancelling(point.id)}
                      >
                        {t('officer.cancel')}
                      </button>
                    </>
                  )}
                </p>
              </PointLine>
            );
          })}
        </Card>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past" className={css.title}>
            {t('past')}
          </h2>
          <Card as="ul">
            {past.map(({ row, point }) => (
              <PointLine key={point.id} record={row.record} words={words}>
                {point.unit !== me.person.unit && <p className={css.whose}>{nameOf(point.unit)}</p>}
                {!point.cancelled && sums(point)}
              </PointLine>
            ))}
          </Card>
        </section>
      )}
      {asked && (
        <CancelSheet
          name={`${words.name(asked.point)}, ${asked.point.place}`}
          onClose={() => setCancelling(undefined)}
          onCancel={async (reason) => {
            if (await put(asked.row, { cancelled: { reason } })) setCancelling(undefined);
          }}
        />
      )}
    </div>
  );
};
export default OfficerPoints;
