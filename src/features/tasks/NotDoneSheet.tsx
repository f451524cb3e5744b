import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answering } from '#features/tasks/use-answer.ts';
import { noteLimit } from '#model/entry-rules.ts';
import { reasonsNotDone, type ReasonNotDone } from '#model/records/progress.ts';
import type { Todo } from '#model/todo.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './NotDoneSheet.module.css';

type Props = { open: boolean; todo: Todo; answering: Answering; onClose: () => void };

/** Why something was not done: a reason to tap, and a few words for whoever gave it. */
export const NotDoneSheet = ({ open, onClose, ...rest }: Props) => {
  const { t } = useTranslation('tasks');
  return (
    <Sheet open={open} title={t('why')} onClose={onClose}>
      {open && <Form onClose={onClose} {...rest} />}
    </Sheet>
  );
};

const Form = ({ todo, answering, onClose }: Omit<Props, 'open'>) => {
  const { t } = useTranslation(['tasks', 'common']);
  const [reason, setReason] = useState<ReasonNotDone>();
  const [note, setNote] = useState(todo.progress.note);
  const [missing, setMissing] = useState(false);
  const send = async () => {
    if (!reason || (reason === 'khac' && note.trim() === '')) return setMissing(true);
    if (await answering.answer(todo.id, { reason, note: note.trim() })) onClose();
    return undefined;
  };
  return (
    <>
      <Choices
        legend={t('why')}
        legendHidden
        name="reason"
        options={reasonsNotDone.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextField
        label={t('note')}
        optional={reason === 'khac' ? undefined : t('common:optional')}
        hint={t('noteHint')}
        value={note}
        maxLength={noteLimit}
        onChange={(event) => setNote(event.target.value)}
      />
      {missing && (
        <p role="alert" className={css.trouble}>
          {t(reason ? 'noteMissing' : 'reasonMissing')}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" onClick={() => void send()}>
          {t('answer')}
        </Button>
      </div>
    </>
  );
};
