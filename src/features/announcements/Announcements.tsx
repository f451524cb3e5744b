import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { isFor } from '#model/records/addressees.ts';
import { announcement, announcementOf } from '#model/records/announcement.ts';
import { readMark, readMarkName, readOf } from '#model/records/read-mark.ts';
import { recordsOfType } from '#store/records.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import { Sender } from './Sender.tsx';
import css from './Announcements.module.css';

/** What the commune and the province told the team, the newest first. */
const Announcements = () => {
  const { t } = useTranslation('announcements');
  const f = useFormat();
  const now = useNow();
  const me = useSituation();
  const known = useLive(async (db) => ({
    told: await recordsOfType(db, announcement.type),
    marks: new Map((await recordsOfType(db, readMark.type)).map(({ id, record }) => [id, readOf(record)])),
  }));
  if (!me || !known) return null;
  const path = me.units.map(({ id }) => id);
  const shown = known.told
    .map(({ record }) => announcementOf(record))
    .filter(({ units }) => isFor(units, path))
    .sort((a, b) => b.at - a.at);
  return (
    <>
      <TopBar title={t('title')} back="/them" />
      <div className={css.page}>
        {shown.length === 0 && <Empty icon={Megaphone}>{t('empty')}</Empty>}
        {shown.length > 0 && (
          <Card as="ul">
            {shown.map((one) => {
              const mark = known.marks.get(readMarkName(one.id, me.person.unit));
              const unread = mark?.version !== one.version && !one.withdrawn;
              return (
                <li key={one.id} className={css.line}>
                  <p className={css.head}>
                    <Link to={`/thong-bao/${one.id}`} className={one.withdrawn ? css.off : css.name}>
                      {one.title}
                    </Link>
                    {unread && <span className={css.unread}>{t('unread')}</span>}
                    {one.withdrawn && <span className={css.withdrawn}>{t('withdrawn')}</span>}
                  </p>
                  <p className={css.about}>
                    <Sender unit={one.unit} units={me.units} /> · {f.instant(one.at * 1000, now)}
                  </p>
                  <p className={css.text}>{one.text}</p>
                </li>
              );
            })}
          </Card>
        )}
      </div>
    </>
  );
};
export default Announcements;
