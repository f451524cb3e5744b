import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#model/records/task.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './EditItem.module.css';

type Props = {
  task: Task;
  trouble: string | undefined;
  onSave: (deadline: string | null) => Promise<boolean>;
  onClose: () => void;
};

/** Another last day for a task that was given already. */
export const ExtendTask = ({ task, trouble, onSave, onClose }: Props) => {
  const { t } = useTranslation(['plans', 'common']);
  const [deadline, setDeadline] = useState(task.deadline ?? '');
  const once = task.recurrence === 'once';
  const [missing, setMissing] = useState(false);
  const save = async () => {
    setMissing(once && deadline === '');
    if (once && deadline === '') return;
    if (await onSave(deadline === '' ? null : deadline)) onClose();
  };
  return (
    <Sheet open title={t('extendTitle', { title: task.title })} onClose={onClose}>
      <TextField
        type="date"
        label={t('taskDeadline')}
        hint={t(once ? 'taskDeadlineOnce' : 'taskDeadlineRecurring')}
        error={missing ? t('deadlineNeeded') : trouble}
        value={deadline}
        onChange={(event) => setDeadline(event.target.value)}
      />
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </div>
    </Sheet>
  );
};
