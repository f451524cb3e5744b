import { CalendarDays, MapPinned, Megaphone, MessageCircleWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Group, Row } from '#features/more/Group.tsx';

/** What passes between a team and its commune. */
export const WithCommune = () => {
  const { t } = useTranslation('more');
  return (
    <Group title={t('withCommune')}>
      <Row icon={MessageCircleWarning} label={t('obstacles')} to="/vuong-mac" />
      <Row icon={Megaphone} label={t('announcements')} to="/thong-bao" />
      <Row icon={MapPinned} label={t('mobilePoints')} to="/luu-dong" />
      <Row icon={CalendarDays} label={t('calendar')} to="/lich" />
    </Group>
  );
};
