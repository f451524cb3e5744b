import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { StepSheet } from '#features/report/StepSheet.tsx';
import { useWords } from '#features/words.ts';
import { confirmation, confirmationId } from '#model/records/confirmation.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecord } from '#store/write-record.ts';

type Props = { village: UnitId; name: string; period: PeriodId; onClose: () => void };

/** Asks a village to look at its figures again, with a reason that its team reads. It waits here while there is no network. */
export const ReturnVillage = ({ village, name, period, onClose }: Props) => {
  const { t } = useTranslation('report');
  const { db, clock } = useHands();
  const words = useWords();
  const { baseOf } = useOfficerRecords(confirmation.type);
  const [trouble, setTrouble] = useState<string>();
  return (
    <StepSheet
      title={t('returnVillage.title', { unit: name })}
      go={t('returnVillage.go')}
      asksReason
      stepping={{ busy: false, trouble, forget: () => setTrouble(undefined) }}
      take={async (reason) => {
        const record = confirmationId(village, period);
        const base = baseOf(record);
        const written = await writeRecord(db, clock, confirmation, village, {
          record,
          set: { state: 'returned', reason },
          ...(base && { base }),
        });
        if (written.kind === 'refused') setTrouble(written.faults.map((fault) => words.refusal(fault)).join(' '));
        if (written.kind === 'not-stored') setTrouble(t('notStored'));
        return written.kind === 'saved';
      }}
      onClose={onClose}
    >
      <p>{t('returnVillage.about')}</p>
    </StepSheet>
  );
};
