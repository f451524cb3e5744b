import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { examineReason } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './WithdrawSheet.module.css';

const quickReasons = ['reasonDouble', 'reasonNotDone', 'reasonWrongUnit'] as const;

/** Withdrawing is said twice and with a reason: afterwards the entry counts no more, and stays readable. */
export const WithdrawSheet = ({ entry, open, onClose }: { entry: string; open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const announce = useAnnounce();
  const { db, clock } = useHands();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const say = (faults: readonly Fault[]) => {
    setProblem(faults.map(words.refusal).join(' '));
    field.current?.focus();
  };

  const withdraw = async () => {
    if (busy.current) return;
    const faults = examineReason(reason).filter(({ weight }) => weight === 'refuse');
    if (faults.length > 0) return say(faults);
    busy.current = true;
    const written = await withdrawEntry(db, clock, { entry, reason });
    busy.current = false;
    if (written.kind === 'refused') return say(written.faults);
    if (written.kind === 'not-stored') return setProblem(t(written.why));
    announce(t('withdrawn'));
    onClose();
  };

  return (
    <Sheet open={open} title={t('withdrawTitle')} onClose={onClose}>
      <p>{t('withdrawWords')}</p>
      <div className={css.quick}>
        {quickReasons.map((quick) => (
          <button key={quick} type="button" aria-pressed={reason === t(quick)} onClick={() => setReason(t(quick))}>
            {t(quick)}
          </button>
        ))}
      </div>
      <TextField
        ref={field}
        label={t('withdrawReason')}
        error={problem}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button look="danger" onClick={() => void withdraw()}>
        {t('withdrawYes')}
      </Button>
      <Button onClick={onClose}>{t('keep')}</Button>
    </Sheet>
  );
};
