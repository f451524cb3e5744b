import { Megaphone, PencilLine } from 'lucide-react';
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
import { useWords } from '#features/words.ts';
import { levelOfRole } from '#model/person.ts';
import type { FieldName, Json } from '#model/record.ts';
import { announcement, announcementOf, lastWritten } from '#model/records/announcement.ts';
import { readMark } from '#model/records/read-mark.ts';
import type { RecordRow } from '#store/database.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { readersOf } from './readers.ts';
import { Readers } from './Readers.tsx';
import { Sender } from './Sender.tsx';
import { WithdrawSheet } from './WithdrawSheet.tsx';
import css from './OfficerAnnouncements.module.css';

/** What an area was told, the newest first, and which teams have read it. */
const OfficerAnnouncements = () => {
  const { t } = useTranslation('announcements');
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
  const say = useWords();
  const f = useFormat();
  const now = useNow();
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(announcement.type);
  const marks = useOfficerRecords(readMark.type).rows ?? [];
  const [withdrawing, setWithdrawing] = useState<string>();
  const heading = useArrival(t('title'));
  const named = useMemo(() => [...units, ...(me?.units ?? [])], [me, units]);
  if (!me) return null;
  const level = levelOfRole[me.person.role];
  const told = (rows ?? [])
    .map((row) => ({ row, one: announcementOf(row.record) }))
    .sort((a, b) => lastWritten(b.one) - lastWritten(a.one));
  const mayChange = (unit: string) => level === 'province' || unit === me.person.unit;
  const put = async ({ id, unit }: RecordRow, set: Record<FieldName, Json>) => {
    const base = baseOf(id);
    const written = await writeRecord(db, clock, announcement, unit, { record: id, set, ...(base && { base }) });
    if (written.kind === 'refused') announce(written.faults.map(say.refusal).join(' '));
    else announce(written.kind === 'not-stored' ? t(written.why) : t('officer.done'));
    return written.kind === 'saved';
  };
  const inWords = (field: FieldName, value: Json) => {
    if (field === 'withdrawn') return value === null ? t('field.restored') : t('withdrawn');
    return Array.isArray(value) ? f.number(value.length) : String(value);
  };
  const asked = told.find(({ one }) => one.id === withdrawing);

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        <p>{t('officer.about')}</p>
      </header>
      <div className={css.new}>
        <Button look="strong" icon={PencilLine} onClick={() => void go('/thong-bao/moi')}>
          {t('officer.new')}
        </Button>
      </div>
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
      {!rows && page.kind !== 'shown' ? (
        <NothingToShow page={page} />
      ) : told.length === 0 ? (
        <Empty icon={Megaphone}>{t('officer.empty')}</Empty>
      ) : (
        <Card as="ul">
          {told.map(({ row, one }) => (
            <li key={one.id} className={css.line}>
              <h2>{one.title}</h2>
              <p className={css.about}>
                <Sender unit={one.unit} units={named} /> · {f.instant(one.at * 1000, now)}
                {one.changedAt !== null && ` · ${t('changed', { when: f.instant(one.changedAt * 1000, now) })}`}
              </p>
              {one.withdrawn && <p className={css.withdrawn}>{t('withdrawnWhy', { reason: one.withdrawn.reason })}</p>}
              <p className={one.withdrawn ? `${css.text} ${css.off}` : css.text}>{one.text}</p>
              {whereInAll(row) !== 'received' && (
                <p className={css.where}>
                  <RecordWhere where={whereInAll(row)} />
                </p>
              )}
              <RecordConflicts
                record={row.record}
                inWords={inWords}
                nameOf={(by) => me.team.find(({ id }) => id === by)?.name}
                keep={(field, value) => void put(row, { [field]: value })}
              />
              {!one.withdrawn && !one.urging?.officers && <Readers {...readersOf(one, units, marks)} />}
              {one.withdrawn && mayChange(one.unit) && (
                <p className={css.ways}>
                  <button
                    type="button"
                    className={css.way}
                    aria-label={t('officer.restoreOf', { title: one.title })}
                    onClick={() => void put(row, { withdrawn: null })}
                  >
                    {t('officer.restore')}
                  </button>
                </p>
              )}
              {!one.withdrawn && mayChange(one.unit) && (
                <p className={css.ways}>
                  <Link
                    to={`/thong-bao/${one.id}`}
                    className={css.way}
                    aria-label={t('officer.editOf', { title: one.title })}
                  >
                    {t('officer.edit')}
                  </Link>
                  <button
                    type="button"
                    className={css.way}
                    aria-label={t('officer.withdrawOf', { title: one.title })}
                    onClick={() => setWithdrawing(one.id)}
                  >
                    {t('officer.withdraw')}
                  </button>
                </p>
              )}
            </li>
          ))}
        </Card>
      )}
      {asked && (
        <WithdrawSheet
          title={asked.one.title}
          onClose={() => setWithdrawing(undefined)}
          onWithdraw={async (reason) => {
            if (await put(asked.row, { withdrawn: { reason } })) setWithdrawing(undefined);
          }}
        />
      )}
    </div>
  );
};
export default OfficerAnnouncements;
