import { ListPlus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { contentOf, readCount, type EntryDraft } from '#model/draft.ts';
import { tidyContent, type EntryContent } from '#model/entry-content.ts';
import { examineEntry } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { Situation } from '#features/situation.ts';
import { circumstancesFor, unitOfDay } from '#store/situation.ts';
import type { Written } from '#store/write-change.ts';
import { Card } from '#ui/Card.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { useFormat } from '#ui/format.ts';
import { StateTag } from '#ui/StateTag.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { AskSheet } from './AskSheet.tsx';
import { Cells } from './Cells.tsx';
import { DayAndPlace } from './DayAndPlace.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Foot } from './Foot.tsx';
import { MeasureRow } from './MeasureRow.tsx';
import { Note } from './Note.tsx';
import { ServicesRow } from './ServicesRow.tsx';
import { fieldId } from './field-id.ts';
import { offeredMeasures } from './offered-measures.ts';
import type { useKeptDraft } from '#features/use-kept-draft.ts';
import { useSaving, type Saved } from './use-saving.ts';
import css from './EntryForm.module.css';

type Props = {
  title: string;
  saveLabel: string;
  situation: Situation;
  keeping: ReturnType<typeof useKeptDraft<EntryDraft>>;
  /** Why there is nothing to save yet, in the form's own words. */
  idle?: string | undefined;
  /** More that is wrong, beside what examineEntry finds. */
  examineMore?: (draft: EntryDraft, content: EntryContent) => Fault[];
  write: (content: EntryContent, draft: EntryDraft) => Promise<Written>;
  onSaved: (saved: Saved) => void;
  onClose: () => void;
  /** Between the figures and the note, and below all. */
  children?: (problemOf: (field: string) => string | undefined) => ReactNode;
  below?: ReactNode;
};

/** Told while typing, because they are easier to mend at once. */
const toldAtOnce = ['note', 'date'];
const hasOwnElement = (field: string) => document.getElementById(fieldId(field)) !== null;

export const EntryForm = ({
  title,
  saveLabel,
  situation,
  keeping,
  idle,
  examineMore,
  write,
  onSaved,
  onClose,
  children,
  below,
}: Props) => {
  const { t } = useTranslation('log');
  const { t: state } = useTranslation('states');
  const { clock } = useHands();
  const words = useWords();
  const format = useFormat();
  const { draft, change } = keeping;
  useDirtyForm(keeping.kept);
  const [wantsOthers, setWantsOthers] = useState(false);

  const content = useMemo(() => tidyContent(contentOf(draft)), [draft]);
  const circumstances = circumstancesFor(situation, clock, unitOfDay(situation, content.date));
  const examine = () => [...examineEntry(content, circumstances), ...(examineMore?.(draft, content) ?? [])];
  const saving = useSaving({
    idle: idle !== undefined,
    examine,
    flush: keeping.flush,
    hold: keeping.hold,
    write: () => write(content, draft),
    onSaved,
  });

  const tried = saving.turn > 0;
  const wrong = [...examine(), ...saving.refused]
    .filter(({ weight, field }) => weight === 'refuse' && (tried || toldAtOnce.includes(field)))
    .map((fault) => ({ field: fault.field, words: words.refusal(fault) }));
  const problems = tried && idle !== undefined ? [{ field: 'counts', words: idle }, ...wrong] : wrong;
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words;
  const { core, others, hidden } = offeredMeasures(draft, situation.settings.measuresOff);
  const put = (part: Partial<EntryDraft>) => change({ ...draft, ...part });
  const row = (measure: string) => (
    <MeasureRow
      key={measure}
      measure={measure}
      text={draft.counts[measure] ?? '0'}
      problem={problemOf(measure)}
      onText={(text) => put({ counts: { ...draft.counts, [measure]: text } })}
    />
  );
  const targetOf = (field: string) => {
    if (field === 'counts') return fieldId(core[0]!);
    if (field === 'channel') return fieldId('place');
    return field in draft.services && !hasOwnElement(field) ? fieldId('services') : fieldId(field);
  };

  return (
    <form
      className={css.form}
      noValidate
      // Enter in a field or a sheet is no save: only the button is.
      onSubmit={(event) => event.preventDefault()}
    >
      <TopBar
        title={title}
        close={onClose}
        side={keeping.kept && <StateTag state="draft">{state('draft')}</StateTag>}
      />
      <DayAndPlace draft={draft} today={circumstances.today} problemOf={problemOf} onChange={put} />
      <div className={css.body}>
        {tried && problems.length > 0 && (
          <ErrorSummary
            key={saving.turn}
            title={t('toMend', { count: problems.length })}
            problems={problems.map(({ field, words: said }) => ({ target: targetOf(field), words: said }))}
          />
        )}
        <h2 className={css.question}>{t('howMany')}</h2>
        <Card as="ul">
          {core.map(row)}
          <ServicesRow draft={draft} problemOf={problemOf} onChange={put} />
        </Card>
        {hidden.map((measure) => (
          <p key={measure} className={css.hidden} aria-live="polite">
            {t('hiddenHere', {
              what: words.measure(measure),
              count: format.number(readCount(draft.counts[measure] ?? '') || 0),
            })}
          </p>
        ))}
        <Disclosure
          title={t('others')}
          icon={<ListPlus aria-hidden size={20} />}
          open={wantsOthers || others.some((measure) => !['', '0', undefined].includes(draft.counts[measure]))}
          onToggle={setWantsOthers}
        >
          <Card as="ul">{others.map(row)}</Card>
        </Disclosure>
        <Cells draft={draft} measures={[...core, ...others]} problemOf={problemOf} onChange={put} />
        <Note note={draft.note} problem={problemOf('note')} onNote={(note) => put({ note })} />
        {children?.(problemOf)}
        {below}
      </div>
      <Foot
        label={saving.saving ? t('saving') : saveLabel}
        onSave={() => void saving.save(false)}
        trouble={saving.notStored ?? (keeping.failed ? 'draftNotKept' : null)}
      />
      <AskSheet
        open={saving.doubts.length > 0}
        doubts={saving.doubts}
        onYes={() => void saving.save(true)}
        onNo={saving.letDoubtsBe}
      />
    </form>
  );
};
