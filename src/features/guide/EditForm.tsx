import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CardFields } from '#features/guide/CardFields.tsx';
import type { Card } from '#features/guide/cards.ts';
import { EditNotices } from '#features/guide/EditNotices.tsx';
import { EditWays } from '#features/guide/EditWays.tsx';
import { missingIn, newCardId, textOf, type GuideDraft } from '#features/guide/guide-draft.ts';
import { Steps } from '#features/guide/Steps.tsx';
import { useHands } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import type { EditableRecord } from '#model/record.ts';
import { examineGuideText, guideCard, unworded, type GuideText } from '#model/records/guide-card.ts';
import { writeRecord } from '#store/write-record.ts';
import type { Written } from '#store/write-change.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './EditForm.module.css';

type Props = {
  title: string;
  form: string;
  first: GuideDraft;
  found: boolean;
  /** What the form would say had nobody typed into it. */
  untouched: GuideDraft;
  card: Card | undefined;
  record: EditableRecord | undefined;
  taken: readonly string[];
  known: Situation;
};

export const EditForm = ({ title, form, first, found, untouched, card, record, taken, known }: Props) => {
  const { t } = useTranslation('guide');
  const announce = useAnnounce();
  const go = useNavigate();
  const { db, clock } = useHands();
  const start = JSON.stringify(untouched.text);
  const worthKeeping = useCallback((one: GuideDraft) => JSON.stringify(one.text) !== start, [start]);
  const { draft, change, kept, failed, flush, hold } = useKeptDraft({ form, draft: first, kept: found, worthKeeping });
  const [tried, setTried] = useState(false);
  const [stopped, setStopped] = useState<Exclude<Written, { kind: 'saved' }>>();
  useDirtyForm(kept);

  const text = textOf(draft);
  const missing = missingIn(text);
  const doubts = examineGuideText(text);
  const write = async (value: GuideText | null) => {
    hold(true);
    await flush();
    const id = card?.id ?? newCardId(text.title, taken);
    const base = draft.base ?? unworded(id, known.person.unit);
    const reworded = { record: base.id, set: { text: value }, base };
    const written = await writeRecord(db, clock, guideCard, known.person.unit, reworded, { draft: form });
    if (written.kind !== 'saved') {
      hold(false);
      return setStopped(written);
    }
    announce(t(value === null ? 'editor.gaveBack' : 'editor.saved'));
    void go(value === null && card?.group === 'own' ? '/huong-dan' : `/huong-dan/${id}`, { replace: true });
  };
  const save = () => {
    setTried(true);
    if (missing.length === 0 && !doubts.some(({ weight }) => weight === 'refuse')) void write(text);
  };
  const startAnew = () => {
    change(untouched);
    setTried(false);
  };
  return (
    <div className={css.page}>
      <TopBar title={title} back={card ? `/huong-dan/${card.id}` : '/huong-dan'} />
      <EditNotices
        unsaved={stopped?.kind === 'not-stored' ? stopped.why : failed && 'full'}
        missing={tried ? missing : []}
        faults={stopped?.kind === 'refused' ? stopped.faults : doubts}
        draft={draft}
        record={record}
        known={known}
      />
      <div className={css.two}>
        <div className={css.fields}>
          <CardFields
            text={draft.text}
            missing={tried ? missing : []}
            onChange={(next) => change({ ...draft, text: next })}
          />
          <EditWays
            card={card}
            changed={worthKeeping(draft)}
            onSave={save}
            onStartAnew={startAnew}
            onGiveBack={() => void write(null)}
          />
        </div>
        <section className={css.preview} aria-labelledby="guide-preview">
          <h2 id="guide-preview">{t('editor.preview')}</h2>
          <div className={css.shown}>
            <p className={css.big}>{text.title}</p>
            <Steps steps={text.steps} large />
            {text.basis && <p className={css.about}>{t('basisLine', { basis: text.basis })}</p>}
          </div>
        </section>
      </div>
    </div>
  );
};
