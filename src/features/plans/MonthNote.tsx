import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { useKeptText } from '#features/plans/use-kept-text.ts';
import { usePeople } from '#features/plans/use-people.ts';
import type { Situation } from '#features/situation.ts';
import { noteLimit } from '#model/entry-rules.ts';
import type { PeriodId } from '#model/period.ts';
import type { MonthNote as Note } from '#model/records/plan-item.ts';
import type { EditableRecord } from '#model/record.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './MonthNote.module.css';

type Props = {
  me: Situation;
  form: string;
  period: PeriodId;
  note: Note | undefined;
  record: EditableRecord;
  trouble: string | undefined;
  /** Absent where the person may only read. */
  onSave?: (text: string, form: string, base: EditableRecord) => Promise<boolean>;
};

/** How far a task has come this month, in a sentence that the officers of the plan write. */
export const MonthNote = ({ me, form, period, note, record, trouble, onSave }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const now = useNow();
  const id = useId();
  const person = usePeople(me);
  const kept = useKeptText(form, note?.text ?? '');
  const [tried, setTried] = useState(false);
  // As it was when the typing began: what a colleague writes from then on was not seen, and is not replaced (rule M2).
  const [begun, setBegun] = useState<EditableRecord>();
  const label = t('monthNote', { month: f.month(period) });
  const by = note && t('noteBy', { name: person(note.by), when: f.instant(note.at * 1000, now) });
  if (!onSave)
    return note ? (
      <div className={css.note}>
        <p className={css.head}>
          <b>{label}</b> <small>{by}</small>
        </p>
        <p lang="vi">{note.text}</p>
      </div>
    ) : null;
  const changed = kept.text.trim() !== (note?.text ?? '');
  const save = async () => {
    setTried(true);
    if (!(await onSave(kept.text.trim(), form, begun ?? record))) return;
    setBegun(undefined);
    kept.saved();
  };
  return (
    <div className={css.note}>
      <p className={css.head}>
        <label htmlFor={id}>{label}</label> <small>{by}</small>
      </p>
      <textarea
        id={id}
        rows={3}
        maxLength={noteLimit}
        value={kept.text}
        aria-describedby={`${id}-hint`}
        aria-invalid={tried && trouble ? true : undefined}
        onChange={(event) => {
          setBegun((before) => before ?? record);
          kept.change(event.target.value);
        }}
      />
      <small id={`${id}-hint`}>{t('monthNoteHint')}</small>
      {tried && trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      {changed && (
        <Button look="strong" className={css.save} onClick={() => void save()}>
          {t('saveNote')}
        </Button>
      )}
    </div>
  );
};
