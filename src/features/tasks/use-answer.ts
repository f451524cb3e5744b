import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { valueOf, type Json } from '#model/record.ts';
import { progressDefinition, readProgressId } from '#model/records/progress.ts';
import { recordById } from '#store/records.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';

/** How long a tick can be taken back where it was made; later it is taken back where it stands. */
const undoFor = 8_000;

type Said = Record<string, Json>;
/** What was just written, and what stood there before. */
export type Undoable = { id: string; said: Said; former: Said };

/** Where nothing was ever written, taking back says what that means. */
const untouched = (field: string): Json => (field === 'reason' ? null : field === 'note' ? '' : false);

/** Writes how the team stands with something, and lets it be taken back for a while. */
export const useAnswer = () => {
  const { t } = useTranslation('tasks');
  const { db, clock } = useHands();
  const words = useWords();
  const announce = useAnnounce();
  const [undoable, setUndoable] = useState<Undoable>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const write = useCallback(
    async (id: string, said: Said): Promise<boolean> => {
      const written = await writeRecord(db, clock, progressDefinition, readProgressId(id)!.unit, {
        record: id,
        set: said,
      });
      if (written.kind === 'saved') return true;
      announce(written.kind === 'refused' ? words.refusal(written.faults[0]!) : t(written.why));
      return false;
    },
    [db, clock, words, announce, t],
  );

  const answer = useCallback(
    async (id: string, said: Said): Promise<boolean> => {
      const record = (await recordById(db, id))?.record;
      const former = Object.fromEntries(
        Object.keys(said).map((field) => [field, valueOf(record, field) ?? untouched(field)]),
      );
      if (!(await write(id, said))) return false;
      clearTimeout(timer.current);
      setUndoable({ id, said, former });
      timer.current = setTimeout(() => setUndoable(undefined), undoFor);
      return true;
    },
    [db, write],
  );

  const undo = useCallback(async () => {
    clearTimeout(timer.current);
    setUndoable(undefined);
    if (undoable && (await write(undoable.id, undoable.former))) announce(t('undone'));
  }, [undoable, write, announce, t]);

  return { answer, undoable, undo };
};
export type Answering = ReturnType<typeof useAnswer>;
