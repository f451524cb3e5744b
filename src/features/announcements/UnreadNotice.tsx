import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#ui/Notice.tsx';
import { unreadIn } from './unread.ts';
import { useTold } from './use-told.ts';

/** What the team has not read yet, as a band that leads to it; nothing when all is read. */
const UnreadNotice = () => {
  const { t } = useTranslation('announcements');
  const unread = unreadIn(useTold() ?? []);
  const [newest] = unread;
  if (!newest) return null;
  return (
    <Notice
      look="calm"
      icon={Megaphone}
      title={unread.length === 1 ? newest.one.title : t('unreadCount', { count: unread.length })}
      to={unread.length === 1 ? `/thong-bao/${newest.one.id}` : '/thong-bao'}
    >
      {unread.length === 1 ? t('unread') : newest.one.title}
    </Notice>
  );
};
export default UnreadNotice;
