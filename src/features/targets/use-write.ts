import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecords, type RecordChange } from '#store/write-record.ts';

/** Writes records of one type, all of them or none, one try at a time; what stands in the way is told in words. */
export const useWrite = (definition: RecordDefinition) => {
  const { t } = useTranslation('target-setting');
  const { db, clock } = useHands();
  const words = useWords();
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<string>();
  return {
    trouble,
    forget: () => setTrouble(undefined),
    write: async (changes: readonly (RecordChange & { unit: UnitId })[], draft?: string): Promise<boolean> => {
      if (busy.current) return false;
      busy.current = true;
      const written = await writeRecords(db, clock, definition, changes, draft === undefined ? {} : { draft }).finally(
        () => (busy.current = false),
      );
      const stopped = written.kind === 'refused' ? written.faults.map(words.refusal).join(' ') : undefined;
      setTrouble(written.kind === 'not-stored' ? t(written.why) : stopped);
      return written.kind === 'saved';
    },
  };
};
export type Writing = ReturnType<typeof useWrite>;
