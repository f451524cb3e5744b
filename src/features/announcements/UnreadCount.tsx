import { useTranslation } from 'react-i18next';
import { unreadIn } from './unread.ts';
import { useTold } from './use-told.ts';

/** How many announcements the team has not read, for the place that leads to them; nothing when there are none. */
const UnreadCount = () => {
  const { t } = useTranslation('announcements');
  const count = unreadIn(useTold() ?? []).length;
  return count === 0 ? null : t('unreadCount', { count });
};
export default UnreadCount;
