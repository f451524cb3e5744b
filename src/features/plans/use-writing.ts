import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecords, type RecordChange } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';

type Change = RecordChange & { unit: UnitId };

/** Writes into records of a type and says that it is on this device, or why it is not; nothing typed is lost by that. */
export const useWriting = (definition: RecordDefinition) => {
  const { t } = useTranslation('plans');
  const { db, clock } = useHands();
  const words = useWords();
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string>();
  return {
    trouble,
    forget: () => setTrouble(undefined),
    /** True once all of it is on this device; none of it is otherwise. */
    write: async (changes: readonly Change[], said: string, draft?: string): Promise<boolean> => {
      const written = await writeRecords(db, clock, definition, changes, draft === undefined ? {} : { draft });
      if (written.kind === 'saved') {
        setTrouble(undefined);
        announce(said);
        return true;
      }
      const [first] = written.kind === 'refused' ? written.faults.filter(({ weight }) => weight === 'refuse') : [];
      setTrouble(first ? words.refusal(first) : t('notStored'));
      return false;
    },
  };
};
