import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { dayInVietnam, isDay } from '#model/day.ts';
import { draftOfNewEntry, type EntryDraft } from '#model/draft.ts';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import type { Situation } from '#features/situation.ts';
import { recordHelp } from '#store/record-help.ts';
import { Discard } from './Discard.tsx';
import { EntryForm } from './EntryForm.tsx';
import { SavedPage } from './SavedPage.tsx';
import { firstDraft, worthKeeping } from './first-draft.ts';
import type { Saved } from './use-saving.ts';

type Props = {
  situation: Situation;
  found: EntryDraft | undefined;
  lastPlace: string | undefined;
  /** The day it was done, where the address says one; today otherwise. */
  wishedDay: string | undefined;
  onAnother: () => void;
};

export const NewEntry = ({ situation, found, lastPlace, wishedDay, onAnother }: Props) => {
  const { t } = useTranslation('log');
  const { db, clock } = useHands();
  const go = useNavigate();
  const [blank] = useState(() => {
    const today = dayInVietnam(clock.now());
    return firstDraft(wishedDay && isDay(wishedDay) && wishedDay < today ? wishedDay : today, lastPlace);
  });
  const [saved, setSaved] = useState<Saved | null>(null);
  const keeping = useKeptDraft({ form: draftOfNewEntry, draft: found ?? blank, kept: Boolean(found), worthKeeping });

  if (saved !== null) return <SavedPage saved={saved} photos={situation.settings.photos} onAnother={onAnother} />;
  return (
    <EntryForm
      title={t('title')}
      saveLabel={t('save')}
      situation={situation}
      keeping={keeping}
      write={(content) => recordHelp(db, clock, content, { draft: draftOfNewEntry })}
      onSaved={setSaved}
      onClose={() => void go('/')}
      below={<Discard draft={keeping.draft} blank={blank} kept={keeping.kept} onChange={keeping.change} />}
    />
  );
};
