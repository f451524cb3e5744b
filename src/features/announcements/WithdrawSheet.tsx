import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { examineText, noteLimit } from '#model/entry-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import css from './WithdrawSheet.module.css';

type Props = { title: string; onWithdraw: (reason: string) => Promise<void>; onClose: () => void };

/** An announcement taken back: with the reason that teams read. */
export const WithdrawSheet = ({ title, onWithdraw, onClose }: Props) => {
  const { t } = useTranslation('announcements');
  const say = useWords();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const withdraw = async () => {
    const said = reason.normalize('NFC').trim();
    if (said === '') return setProblem(t('officer.reasonMissing'));
    const faults = examineText(said, 'withdrawn').filter(({ weight }) => weight === 'refuse');
    if (faults.length > 0) return setProblem(faults.map(say.refusal).join(' '));
    return onWithdraw(said);
  };
  return (
    <Sheet open title={t('officer.withdrawTitle')} onClose={onClose}>
      <p className={css.name}>{title}</p>
      <p>{t('officer.withdrawWords')}</p>
      <TextArea
        label={t('officer.reason')}
        maxLength={noteLimit}
        rows={2}
        value={reason}
        error={problem}
        onChange={(event) => {
          setReason(event.target.value);
          setProblem(undefined);
        }}
      />
      <div className={css.ways}>
        <Button onClick={onClose}>{t('officer.keep')}</Button>
        <Button look="danger" onClick={() => void withdraw()}>
          {t('officer.withdrawYes')}
        </Button>
      </div>
    </Sheet>
  );
};
