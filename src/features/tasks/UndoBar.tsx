import { Check, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Answering } from '#features/tasks/use-answer.ts';
import css from './UndoBar.module.css';

/** What was just ticked, and the way back, above the thumb's places. Its region stands from the start, to be read out. */
export const UndoBar = ({ answering: { undoable, undo } }: { answering: Answering }) => {
  const { t } = useTranslation('tasks');
  return (
    <output aria-live="polite" className={css.place}>
      {undoable && (
        <span className={css.bar}>
          <span className={css.words}>
            <Check aria-hidden size={22} />
            {t(wordsOf(undoable.said))}
          </span>
          <button type="button" className={css.undo} onClick={() => void undo()}>
            <Undo2 aria-hidden size={22} />
            {t('undo')}
          </button>
        </span>
      )}
    </output>
  );
};

const wordsOf = (said: Record<string, unknown>) => {
  if (said['done'] === true) return 'ticked';
  if (said['done'] === false) return 'unticked';
  if ('reason' in said) return said['reason'] === null ? 'reopened' : 'answered';
  return Object.values(said).includes(true) ? 'stepTicked' : 'stepUnticked';
};
