import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBackupReason } from '#features/backup-reason.ts';
import { Notice } from '#ui/Notice.tsx';

/** What waits is in danger here: a copy outside the browser, one tap away. */
export const Backup = () => {
  const { t } = useTranslation('today');
  const why = useBackupReason();
  if (!why) return null;
  return (
    <Notice look="onPhone" icon={FileUp} title={t('backup.title')} to="/chuyen-ho">
      {t(`backup.${why}`)}
    </Notice>
  );
};
