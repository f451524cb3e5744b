import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { fixField } from '#model/records/report-text.ts';
import type { Fix } from '#model/report/facts.ts';
import { measureWords } from '#model/report/words.ts';
import type { Texts } from '#features/report/use-texts.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './StepSheet.module.css';

type Props = { measure: string; counted: number; fix: Fix | undefined; texts: Texts; onClose: () => void };

/** Puts another number into the sentences in place of the book's, with a reason. The first table keeps the book's, and says both. */
export const FixSheet = ({ measure, counted, fix, texts, onClose }: Props) => {
  const { t } = useTranslation(['report', 'common']);
  const f = useFormat();
  const words = useWords();
  const [value, setValue] = useState(fix ? String(fix.value) : '');
  const [reason, setReason] = useState(fix?.reason ?? '');
  const [trouble, setTrouble] = useState<{ value?: string; reason?: string; other?: string }>({});
  const save = async () => {
    const digits = value.replace(/[.\s]/g, '');
    const wrong = /^\d{1,12}$/.test(digits) ? undefined : t('fix.wrong');
    const unsaid = reason.trim() === '' ? t('reasonMissing') : undefined;
    if (wrong || unsaid) return setTrouble({ ...(wrong && { value: wrong }), ...(unsaid && { reason: unsaid }) });
    const written = await texts.write({ [fixField(measure)]: { value: Number(digits), reason: reason.trim() } });
    if (written.kind === 'saved') return onClose();
    const [fault] = written.kind === 'refused' ? written.faults : [];
    return setTrouble({ other: fault ? words.refusal(fault) : t('notStored') });
  };
  const back = async () => {
    await texts.write({ [fixField(measure)]: null });
    onClose();
  };
  return (
    <Sheet open title={t('fix.title', { measure: measureWords(measure).name })} onClose={onClose}>
      <p>{t('fix.about', { figure: f.number(counted) })}</p>
      <TextField
        label={t('fix.value')}
        inputMode="numeric"
        value={value}
        error={trouble.value}
        onChange={(event) => setValue(event.target.value)}
      />
      <TextArea
        label={t('reason')}
        hint={t('fix.reasonHint')}
        value={reason}
        maxLength={280}
        error={trouble.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {trouble.other && (
        <p role="alert" className={css.trouble}>
          {trouble.other}
        </p>
      )}
      <div className={css.ways}>
        {fix ? (
          <Button onClick={() => void back()}>{t('fix.back')}</Button>
        ) : (
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        )}
        <Button look="strong" onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </div>
    </Sheet>
  );
};
