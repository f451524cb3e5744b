import { useTranslation } from 'react-i18next';
import type { Task } from '#model/records/task.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './EditItem.module.css';

type Props = { task: Task; trouble: string | undefined; onCancel: () => Promise<boolean>; onClose: () => void };

/** Before a task is taken back from everybody it was given to: what becomes of what they answered. */
export const CancelTask = ({ task, trouble, onCancel, onClose }: Props) => {
  const { t } = useTranslation(['plans', 'common']);
  return (
    <Sheet open title={t('cancelTitle', { title: task.title })} onClose={onClose}>
      <p>{t('cancelAbout')}</p>
      {trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="danger" onClick={() => void onCancel().then((done) => done && onClose())}>
          {t('cancelTask')}
        </Button>
      </div>
    </Sheet>
  );
};
