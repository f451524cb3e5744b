import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import { Sender } from './Sender.tsx';
import { useTold } from './use-told.ts';
import css from './Announcements.module.css';

/** What the commune and the province told the team, the newest first. */
const Announcements = () => {
  const { t } = useTranslation('announcements');
  const f = useFormat();
  const now = useNow();
  const me = useSituation();
  const shown = useTold();
  if (!me || !shown) return null;
  return (
    <>
      <TopBar title={t('title')} back="/them" />
      <div className={css.page}>
        {shown.length === 0 && <Empty icon={Megaphone}>{t('empty')}</Empty>}
        {shown.length > 0 && (
          <Card as="ul">
            {shown.map(({ one, isRead }) => {
              const unread = !isRead && !one.withdrawn;
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
                    {one.changedAt !== null && (
                      <b className={css.changed}> · {t('changed', { when: f.instant(one.changedAt * 1000, now) })}</b>
                    )}
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
