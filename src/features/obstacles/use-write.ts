import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { obstacle } from '#model/records/obstacle.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecords, type RecordChange } from '#store/write-record.ts';

export type ObstacleChange = RecordChange & { unit: UnitId };

/** Writes into obstacles, all of them or none, with what was typed for it in `draft`, one try at a time; what stands in the way is told in words. */
export const useWrite = () => {
  const { t } = useTranslation('obstacles');
  const { db, clock } = useHands();
  const words = useWords();
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<string>();
  return {
    trouble,
    forget: () => setTrouble(undefined),
    write: async (changes: readonly ObstacleChange[], draft?: string): Promise<boolean> => {
      if (busy.current) return false;
      busy.current = true;
      const written = await writeRecords(db, clock, obstacle, changes, draft === undefined ? {} : { draft });
      busy.current = false;
      const stopped = written.kind === 'refused' ? written.faults.map(words.refusal).join(' ') : undefined;
      setTrouble(written.kind === 'not-stored' ? t(written.why) : stopped);
      return written.kind === 'saved';
    },
  };
};
export type Writing = ReturnType<typeof useWrite>;
