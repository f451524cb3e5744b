import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { examineText, noteLimit } from '#model/entry-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import css from './CancelSheet.module.css';

type Props = { name: string; onCancel: (reason: string) => Promise<void>; onClose: () => void };

/** A point that will not be: with the reason that villages read. */
export const CancelSheet = ({ name, onCancel, onClose }: Props) => {
  const { t } = useTranslation('mobile-points');
  const say = useWords();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const cancel = async () => {
    const said = reason.normalize('NFC').trim();
    if (said === '') return setProblem(t('officer.reasonMissing'));
    const faults = examineText(said, 'cancelled').filter(({ weight }) => weight === 'refuse');
    if (faults.length > 0) return setProblem(faults.map(say.refusal).join(' '));
    return onCancel(said);
  };
  return (
    <Sheet open title={t('officer.cancelTitle')} onClose={onClose}>
      <p className={css.name}>{name}</p>
      <p>{t('officer.cancelWords')}</p>
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
        <Button look="danger" onClick={() => void cancel()}>
          {t('officer.cancelYes')}
        </Button>
      </div>
    </Sheet>
  );
};
