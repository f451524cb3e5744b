import { NotebookText, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { Group, Row } from '#features/more/Group.tsx';
import { unsettledCount } from '#store/outbox.ts';

export const Work = () => {
  const { t } = useTranslation('more');
  const unsettled = useLive(unsettledCount) ?? 0;
  return (
    <Group title={t('work')}>
      <Row
        icon={Send}
        label={t('outbox')}
        value={unsettled > 0 ? t('outboxCount', { count: unsettled }) : t('outboxEmpty')}
        to="/hop-gui"
      />
      <Row icon={NotebookText} label={t('journal')} to="/nhat-ky" />
    </Group>
  );
};
