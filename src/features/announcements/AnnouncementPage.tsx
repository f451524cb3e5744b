import { CheckCheck, CircleX, PencilLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useHands, useLive, useNow } from '#features/handbook.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { announcementOf } from '#model/records/announcement.ts';
import { readMark, readMarkName, readOf } from '#model/records/read-mark.ts';
import { recordById } from '#store/records.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { Sender } from './Sender.tsx';
import css from './AnnouncementPage.module.css';

/** One announcement, whole, and the team's word that it has read it. */
const AnnouncementPage = () => {
  const { t } = useTranslation('announcements');
  const f = useFormat();
  const now = useNow();
  const say = useWords();
  const announce = useAnnounce();
  const { db, clock } = useHands();
  const { announcement: id = '' } = useParams();
  const me = useSituation();
  const unit = me?.person.unit ?? '';
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<string>();
  const known = useLive(
    async (of) => ({ row: await recordById(of, id), mark: await recordById(of, readMarkName(id, unit)) }),
    [id, unit],
  );
  if (!me || !known) return null;
  if (!known.row)
    return (
      <>
        <TopBar title={t('one')} back="/thong-bao" />
        <Empty
          action={
            <Link to="/thong-bao" className={css.way}>
              {t('toList')}
            </Link>
          }
        >
          {t('notFound')}
        </Empty>
      </>
    );
  const one = announcementOf(known.row.record);
  const read = readOf(known.mark?.record);
  const isRead = read?.version === one.version;
  const name = me.team.find((person) => person.id === read?.by)?.name;
  const when = read && f.instant(read.at * 1000, now);
  const mark = async () => {
    if (busy.current) return;
    busy.current = true;
    const record = readMarkName(id, unit);
    const written = await writeRecord(db, clock, readMark, unit, { record, set: { read: one.version } });
    busy.current = false;
    if (written.kind === 'saved') return announce(t('saved'));
    return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
  };
  return (
    <div className={css.page}>
      <TopBar title={t('one')} back="/thong-bao" />
      <article className={css.paper}>
        <h2>{one.title}</h2>
        <p className={css.about}>
          <Sender unit={one.unit} units={me.units} /> · {f.instant(one.at * 1000, now)}
          {one.changedAt !== null && ` · ${t('changed', { when: f.instant(one.changedAt * 1000, now) })}`}
        </p>
        {one.withdrawn && (
          <Notice look="error" icon={CircleX} title={t('withdrawnWhy', { reason: one.withdrawn.reason })} />
        )}
        {read && !isRead && <Notice look="onPhone" icon={PencilLine} title={t('readBefore')} />}
        <p className={one.withdrawn ? `${css.text} ${css.off}` : css.text}>{one.text}</p>
      </article>
      {!one.withdrawn && (
        <footer className={css.foot}>
          <div role="alert">{trouble && <p className={css.trouble}>{trouble}</p>}</div>
          {isRead ? (
            <p className={css.read}>
              <CheckCheck aria-hidden size={20} />
              <span>{name ? t('readAt', { name, when }) : t('readAtUnknown', { when })}</span>
              {known.mark && <RecordWhere where={whereInAll(known.mark)} />}
            </p>
          ) : (
            <>
              <p className={css.hint}>{t('markHint')}</p>
              <Button look="primary" icon={CheckCheck} onClick={() => void mark()}>
                {t('markRead')}
              </Button>
            </>
          )}
        </footer>
      )}
    </div>
  );
};
export default AnnouncementPage;
