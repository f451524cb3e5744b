import {
  BellRing,
  BookOpenText,
  CalendarDays,
  Inbox,
  Map as MapIcon,
  MapPinned,
  Megaphone,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Group, Row } from '#features/more/Group.tsx';

/** Officers' places that do not fit beside each other at the foot of a phone. */
export const OfficersWork = ({ ofProvince }: { ofProvince: boolean }) => {
  const { t } = useTranslation('more');
  return (
    <Group title={t('officersWork')}>
      <Row icon={MapIcon} label={t('units')} to="/dia-ban" />
      <Row icon={BellRing} label={t('urging')} to="/don-doc" />
      <Row icon={MapPinned} label={t('mobilePoints')} to="/luu-dong" />
      <Row icon={Megaphone} label={t('announcements')} to="/thong-bao" />
      <Row icon={BookOpenText} label={t('guide')} to="/huong-dan" />
      <Row icon={Users} label={t('devices')} to="/nguoi-va-may" />
      <Row icon={Inbox} label={t('holdingBox')} to="/hop-cho" />
      <Row icon={CalendarDays} label={t('calendar')} to="/lich" />
      {ofProvince && <Row icon={SlidersHorizontal} label={t('settings')} to="/cai-dat" />}
    </Group>
  );
};
