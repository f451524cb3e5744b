import { ChartNoAxesColumn, NotebookText, PackagePlus, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { Group, Row } from '#features/more/Group.tsx';
import { carryingCount } from '#store/carried.ts';
import { unsettledCount } from '#store/outbox.ts';

/** What is kept, and what is on its way; officers keep no journal, but may carry for others as well. */
export const Work = ({ journal }: { journal: boolean }) => {
  const { t } = useTranslation('more');
  const unsettled = useLive(unsettledCount) ?? 0;
  const carrying = useLive(carryingCount) ?? 0;
  return (
    <Group title={t('work')}>
      {journal && (
        <Row
          icon={Send}
          label={t('outbox')}
          value={unsettled > 0 ? t('outboxCount', { count: unsettled }) : t('outboxEmpty')}
          to="/hop-gui"
        />
      )}
      <Row
        icon={PackagePlus}
        label={t('takeIn')}
        value={carrying > 0 ? t('carrying', { count: carrying }) : t('carryingNone')}
        to="/nhan-ho"
      />
      {journal && <Row icon={NotebookText} label={t('journal')} to="/nhat-ky" />}
      {journal && <Row icon={ChartNoAxesColumn} label={t('numbers')} to="/so-lieu" />}
    </Group>
  );
};
