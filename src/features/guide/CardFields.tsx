import { useTranslation } from 'react-i18next';
import type { Missing } from '#features/guide/guide-draft.ts';
import { Lines } from '#features/guide/Lines.tsx';
import { guideLimits, type GuideText } from '#model/records/guide-card.ts';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './EditForm.module.css';

type Props = { text: GuideText; missing: readonly Missing[]; onChange: (text: GuideText) => void };

/** Everything a card says, field by field. */
export const CardFields = ({ text, missing, onChange }: Props) => {
  const { t } = useTranslation('guide');
  const lack = (field: Missing) => missing.includes(field) && t(`editor.missing.${field}`);
  return (
    <>
      <p className={css.about}>{t('editor.about')}</p>
      <TextField
        label={t('editor.name')}
        value={text.title}
        maxLength={guideLimits.title}
        error={lack('title')}
        onChange={(event) => onChange({ ...text, title: event.target.value })}
      />
      <TextArea
        label={t('editor.summary')}
        rows={2}
        value={text.summary}
        maxLength={guideLimits.summary}
        error={lack('summary')}
        onChange={(event) => onChange({ ...text, summary: event.target.value })}
      />
      <Lines
        legend={t('editor.steps')}
        hint={t('editor.stepsHint')}
        error={lack('steps')}
        label={(number) => t('editor.step', { number })}
        add={t('editor.addStep')}
        lines={text.steps}
        most={guideLimits.steps}
        longest={guideLimits.step}
        onChange={(steps) => onChange({ ...text, steps })}
      />
      <Lines
        legend={t('editor.notes')}
        label={(number) => t('editor.note', { number })}
        add={t('editor.addNote')}
        lines={text.notes}
        most={guideLimits.notes}
        longest={guideLimits.note}
        onChange={(notes) => onChange({ ...text, notes })}
      />
      <TextField
        label={t('editor.basis')}
        hint={t('editor.basisHint')}
        value={text.basis}
        maxLength={guideLimits.basis}
        error={lack('basis')}
        onChange={(event) => onChange({ ...text, basis: event.target.value })}
      />
    </>
  );
};
