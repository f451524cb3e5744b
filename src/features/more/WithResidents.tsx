import { BookOpenText, DoorOpen, Smile } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Group, Row } from '#features/more/Group.tsx';

/** What a team has at hand when it stands before a resident. */
export const WithResidents = () => {
  const { t } = useTranslation('more');
  return (
    <Group title={t('withResidents')}>
      <Row icon={BookOpenText} label={t('guide')} to="/huong-dan" />
      <Row icon={Smile} label={t('asking')} to="/hoi-y-kien" />
      <Row icon={DoorOpen} label={t('followUps')} to="/quay-lai" />
    </Group>
  );
};
