import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { contentOf, draftOf, draftOfCorrection, type EntryDraft } from '#model/draft.ts';
import { tidyContent } from '#model/entry-content.ts';
import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import { examineReason } from '#model/entry-rules.ts';
import type { Situation } from '#features/situation.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Changes } from './Changes.tsx';
import { Discard } from './Discard.tsx';
import { EntryForm } from './EntryForm.tsx';
import { ReasonField } from './ReasonField.tsx';
import { changesBetween } from './changes.ts';
import { useKeptDraft } from '#features/use-kept-draft.ts';

type Props = { situation: Situation; entry: OutreachEntry; found: EntryDraft | undefined };

/** The same form from the newest revision, with a reason: what was saved stays readable beside it. */
export const Correction = ({ situation, entry, found }: Props) => {
  const { t } = useTranslation('log');
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
  const form = draftOfCorrection(entry.id);
  const page = `/nhat-ky/${entry.id}`;
  const before = useMemo(() => tidyContent(newestRevision(entry).content), [entry]);
  const start = useMemo(() => draftOf(before), [before]);
  const changesOf = useCallback((draft: EntryDraft) => changesBetween(before, tidyContent(contentOf(draft))), [before]);
  const worthKeeping = useCallback(
    (draft: EntryDraft) => draft.reason.trim() !== '' || changesOf(draft).length > 0,
    [changesOf],
  );
  const keeping = useKeptDraft({ form, draft: found ?? start, kept: Boolean(found), worthKeeping });
  const { draft, change } = keeping;

  return (
    <EntryForm
      title={t('titleCorrect')}
      saveLabel={t('saveCorrection')}
      situation={situation}
      keeping={keeping}
      idle={changesOf(draft).length === 0 ? t('nothingChanged') : undefined}
      examineMore={({ reason }) => examineReason(reason)}
      write={(content, { reason }) => correctEntry(db, clock, { entry: entry.id, content, reason }, { draft: form })}
      onSaved={(saved) => {
        announce(t('saved'));
        // What the province had refused is recorded anew, under a name of its own.
        void go(`/nhat-ky/${saved.entry}`, { replace: true });
      }}
      onClose={() => void go(page)}
      below={<Discard draft={draft} blank={start} kept={keeping.kept} onChange={change} />}
    >
      {(problemOf) => (
        <>
          <Changes changes={changesOf(draft)} />
          <ReasonField
            reason={draft.reason}
            problem={problemOf('reason')}
            onReason={(reason) => change({ ...draft, reason })}
          />
        </>
      )}
    </EntryForm>
  );
};
