import { useTranslation } from 'react-i18next';
import { usePart } from '#features/report/use-part.ts';
import type { Texts } from '#features/report/use-texts.ts';
import { useWords } from '#features/words.ts';
import { reportFrame, type FramePart } from '#model/records/report-text.ts';
import { recipientsOf } from '#model/report/document.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import { reportWords } from '#model/report/words.ts';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './PartEditor.module.css';

type Of = { facts: ReportFacts; texts: Texts; mayWrite: boolean };

const usualOf = (part: FramePart, { unit }: ReportFacts): string => {
  if (part === 'place') return unit.name;
  if (part === 'recipients') return recipientsOf(unit).join('\n');
  return part === 'signerTitle' ? reportWords.words.chair : '';
};

const Field = ({ part, facts, texts, mayWrite }: Of & { part: FramePart }) => {
  const { t } = useTranslation('report');
  const words = useWords();
  const { unit, period } = facts;
  const stands = texts.texts[part] || usualOf(part, facts);
  const field = usePart(`report:${unit.id}:${period}:${part}`, stands, (text, form) =>
    texts.write({ [part]: text }, form),
  );
  const { status } = field;
  const error =
    status.kind === 'refused'
      ? status.faults.map((fault) => words.refusal(fault)).join(' ')
      : status.kind === 'not-stored'
        ? t('notStored')
        : undefined;
  const props = {
    label: t(`frameParts.${part}`),
    hint: t(`frameHints.${part}`),
    lang: 'vi',
    value: field.text,
    readOnly: !mayWrite,
    error,
    onBlur: () => void field.settle(),
  };
  if (part === 'recipients' || part === 'signerTitle')
    return (
      <TextArea
        {...props}
        rows={part === 'recipients' ? 6 : 2}
        onChange={(event) => field.change(event.target.value)}
      />
    );
  return <TextField {...props} onChange={(event) => field.change(event.target.value)} />;
};

/** What stands around the report: its place, who signs, who gets it. Number and date are the clerk's. */
export const FrameEditor = (of: Of) => {
  const { t } = useTranslation('report');
  return (
    <section className={css.editor} aria-labelledby="report-section">
      <h2 id="report-section">{t('frame')}</h2>
      <p className={css.quiet}>{t('frameAbout')}</p>
      <div className={css.frame}>
        {reportFrame.map((part) => (
          <Field key={part} part={part} {...of} />
        ))}
      </div>
    </section>
  );
};
