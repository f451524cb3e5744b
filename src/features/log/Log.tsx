import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { whyNotChange } from '#features/changing.ts';
import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { draftOfCorrection, draftOfNewEntry, type EntryDraft } from '#model/draft.ts';
import { newestRevision } from '#model/entry.ts';
import { fault } from '#model/entry-rules.ts';
import { maySaveEntries } from '#model/person.ts';
import { draft } from '#store/draft.ts';
import { entryById, lastEntryByMe } from '#store/journal.ts';
import { Correction } from './Correction.tsx';
import { MayNot } from './MayNot.tsx';
import { NewEntry } from './NewEntry.tsx';

/** A new entry, or with an entry in the address its correction. */
const Log = () => {
  const { entry } = useParams();
  // Each form starts once, from what is on the phone when it opens.
  const [round, setRound] = useState(0);
  return entry ? <CorrectionOf key={entry} id={entry} /> : <Fresh key={round} onAnother={() => setRound(round + 1)} />;
};
export default Log;

/** Read once when the form opens: what other tabs do afterwards does not move the figures under a thumb. */
const useOnce = <T,>(value: T | undefined): T | undefined => {
  const [first, setFirst] = useState<T | undefined>(undefined);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
};

const Fresh = ({ onAnother }: { onAnother: () => void }) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const known = useSituation();
  // Whoever sent the person here may know where and when the work was done, as the page of a mobile point does.
  const [asked] = useSearchParams();
  const start = useOnce(
    useLive(async (db) => ({
      found: (await draft<EntryDraft>(db, draftOfNewEntry))?.value,
      last: await lastEntryByMe(db),
    })),
  );
  if (!known || !start) return null;
  if (!maySaveEntries(known.person.role))
    return (
      <MayNot title={t('title')} words={words.refusal(fault('role-may-not-save', 'unit'))} to="/" go={t('goToday')} />
    );
  const lastPlace = start.last && newestRevision(start.last.entry).content.place;
  const wishedPlace = asked.get('noi') ?? undefined;
  return (
    <NewEntry
      situation={known}
      found={start.found}
      lastPlace={wishedPlace ?? lastPlace}
      wishedDay={asked.get('ngay') ?? undefined}
      onAnother={onAnother}
    />
  );
};

const CorrectionOf = ({ id }: { id: string }) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const known = useSituation();
  const start = useOnce(
    useLive(
      async (db) => ({
        row: await entryById(db, id),
        found: (await draft<EntryDraft>(db, draftOfCorrection(id)))?.value,
      }),
      [id],
    ),
  );
  if (!known || !start) return null;
  const { row, found } = start;
  if (!row) return <MayNot title={t('titleCorrect')} words={t('notFound')} to="/nhat-ky" go={t('goJournal')} />;
  const stop = whyNotChange(row, known);
  return stop ? (
    <MayNot title={t('mayNot')} words={words.refusal(stop)} to={`/nhat-ky/${id}`} go={t('backToEntry')} />
  ) : (
    <Correction situation={known} entry={row.entry} found={found} />
  );
};
