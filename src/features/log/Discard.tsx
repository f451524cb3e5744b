import { RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryDraft } from '#model/draft.ts';
import css from './Discard.module.css';

const undoFor = 8000;

type Props = {
  draft: EntryDraft;
  /** What the form falls back to. */
  blank: EntryDraft;
  kept: boolean;
  onChange: (draft: EntryDraft) => void;
};

/** Throws the draft away without a question, and brings it back for eight seconds. */
export const Discard = ({ draft, blank, kept, onChange }: Props) => {
  const { t } = useTranslation('log');
  const [thrown, setThrown] = useState<EntryDraft | null>(null);
  useEffect(() => {
    if (!thrown) return;
    const timer = setTimeout(() => setThrown(null), undoFor);
    return () => clearTimeout(timer);
  }, [thrown]);

  if (thrown && !kept)
    return (
      <p className={css.thrown} aria-live="polite">
        {t('discarded')}
        <button
          type="button"
          className={css.action}
          onClick={() => {
            onChange(thrown);
            setThrown(null);
          }}
        >
          <RotateCcw aria-hidden size={20} />
          {t('undo')}
        </button>
      </p>
    );
  return kept ? (
    <button
      type="button"
      className={css.action}
      onClick={() => {
        setThrown(draft);
        onChange(blank);
      }}
    >
      <Trash2 aria-hidden size={20} />
      {t('discard')}
    </button>
  ) : null;
};
