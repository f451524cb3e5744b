import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useOffice, type Answered, type UnitsOffice } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { askToSend } from '#store/link.ts';
import { useAnnounce } from '#ui/announce.tsx';

export type Changing = {
  busy: boolean;
  /** Why it was not done, in words. */
  trouble: string | undefined;
  forget: () => void;
  /** What the province answered once it was done; undefined where it was not. `said`: what is announced then. */
  send: <Answer>(
    command: (units: UnitsOffice) => Answered<Answer>,
    said: (answer: Answer) => string | undefined,
  ) => Promise<Answer | undefined>;
};

/** Sends a command about units at once, says when it is done or why it is not, and has the open pages fetched anew. */
export const useChange = (): Changing => {
  const { t } = useTranslation('area');
  const { db, clock } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  return {
    busy,
    trouble,
    forget: () => setTrouble(undefined),
    send: async (command, said) => {
      if (busy) return undefined;
      setBusy(true);
      setTrouble(undefined);
      const outcome = await command(office.units);
      setBusy(false);
      if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
      if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
      if (outcome.kind !== 'answered') return undefined;
      const done = said(outcome.answer);
      if (done !== undefined) {
        announce(done);
        await askToSend(db, clock);
      }
      return outcome.answer;
    },
  };
};
