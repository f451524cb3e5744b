import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { useHands, useLive } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { newestRevision } from '#model/entry.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { confirmation, confirmationId, confirmationOf, type ConfirmationState } from '#model/records/confirmation.ts';
import { entriesBetween } from '#store/journal.ts';
import { recordById } from '#store/records.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';

/** How the team's word on its figures of a period stands, and what has a part in it; undefined until it is read. */
export const useConfirmation = ({ person, settings }: Situation, period: PeriodId) =>
  useLive(
    async (db) => {
      const row = await recordById(db, confirmationId(person.unit, period));
      const stands = confirmationOf(row?.record);
      const { first, last } = spanOf(period, settings.periodKind);
      const entries = await entriesBetween(db, first, last);
      const said = stands.state === 'confirmed' ? (stands.at ?? 0) : Infinity;
      return {
        row,
        ...stands,
        entries: entries.filter(({ entry }) => !entry.withdrawal).length,
        /** Entries that are still only on this phone, or wait for a person here. */
        here: entries.filter(({ unsettled }) => unsettled === 1).length,
        since: entries.filter(({ entry }) => (entry.withdrawal ?? newestRevision(entry)).at > said).length,
      };
    },
    [person.unit, period, settings.periodKind],
  );
export type ConfirmationShown = NonNullable<ReturnType<typeof useConfirmation>>;

/** Says the team's word, or takes it back; on this phone at once, with or without a network. */
export const useConfirming = ({ person }: Situation, period: PeriodId) => {
  const { t } = useTranslation('numbers');
  const { db, clock } = useHands();
  const words = useWords();
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string>();
  const say = async (state: ConfirmationState) => {
    const record = confirmationId(person.unit, period);
    const written = await writeRecord(db, clock, confirmation, person.unit, { record, set: { state } });
    if (written.kind === 'saved') {
      setTrouble(undefined);
      announce(t(state === 'confirmed' ? 'confirm.saidDone' : 'confirm.takenBack'));
      return;
    }
    setTrouble(written.kind === 'refused' ? words.refusal(written.faults[0]!) : t('confirm.notStored'));
  };
  return { say, trouble };
};
