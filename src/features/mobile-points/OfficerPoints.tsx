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
import { dayInVietnam } from '#model/day.ts';
import { attendance } from '#model/records/attendance.ts';
import { mobilePoint, mobilePointOf } from '#model/records/mobile-point.ts';
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
import { saidOf } from './attendances.ts';
import { usePointWords } from './point-words.ts';
import css from './OfficerPoints.module.css';

/** An area's mobile points: announced, changed and cancelled here, with what the villages said. */
const OfficerPoints = () => {
  const { t } = useTranslation('mobile-points');
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
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
  if (!me) return null;
  const nameOf = (id: string) => {
    const unit = named.get(id);
    return unit ? unitWords.said(unit) : t('officer.villageUnknown', { unit: id });
  };
  const ahead = (rows ?? [])
    .map((row) => ({ row, point: mobilePointOf(row.record) }))
    .filter(({ point }) => point.day >= today)
    .sort((a, b) => (`${a.point.day} ${a.point.hours.from}` < `${b.point.day} ${b.point.hours.from}` ? -1 : 1));
  const put = async ({ id, unit }: RecordRow, set: Record<string, Json>) => {
    const base = baseOf(id);
    const written = await writeRecord(db, clock, mobilePoint, unit, { record: id, set, ...(base && { base }) });
    announce(written.kind === 'not-stored' ? t(written.why) : t('officer.done'));
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
                <PointSums point={point} said={saidOf(said, point.id)} nameOf={nameOf} />
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
      {asked && (
        <CancelSheet
          name={`${words.name(asked.point)}, ${asked.point.place}`}
          onClose={() => setCancelling(undefined)}
          onCancel={async (reason) => {
            await put(asked.row, { cancelled: { reason } });
            setCancelling(undefined);
          }}
        />
      )}
    </div>
  );
};
export default OfficerPoints;
