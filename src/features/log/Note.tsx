import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteLimit } from '#model/entry-rules.ts';
import { Problem } from './Problem.tsx';
import { errorId, fieldId } from './field-id.ts';
import css from './Note.module.css';

const tellFrom = 60;

type Props = { note: string; problem: string | undefined; onNote: (note: string) => void };

/** A few words about the work, never about a resident. */
export const Note = ({ note, problem, onNote }: Props) => {
  const { t } = useTranslation('log');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  if (!asked && note === '')
    return (
      <button type="button" className={css.add} onClick={() => setAsked(true)}>
        <MessageSquarePlus aria-hidden size={20} />
        {t('addNote')}
      </button>
    );
  const left = noteLimit - note.length;
  return (
    <div className={css.note}>
      <label htmlFor={fieldId('note')}>{t('note')}</label>
      <p id="note-hint" className={css.hint}>
        {t('noteHint')}
      </p>
      <textarea
        ref={field}
        id={fieldId('note')}
        rows={3}
        value={note}
        aria-describedby={problem ? `note-hint ${errorId('note')}` : 'note-hint'}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onNote(event.target.value)}
      />
      {left >= 0 && left <= tellFrom && <p className={css.hint}>{t('noteLeft', { left })}</p>}
      <div aria-live="polite">
        <Problem of="note" words={problem} />
      </div>
    </div>
  );
};
