import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useOffice, type Office } from '#features/handbook.tsx';
import { ownBox } from '#features/holding-box-page.ts';
import { useWords } from '#features/words.ts';
import { keepDecided } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';

type Decision = Parameters<Office['decide']>[0];

export type Deciding = {
  busy: boolean;
  /** Why it was not done, in words. */
  trouble: string | undefined;
  forget: () => void;
  /** True once the province has written it down. */
  send: (decision: Decision) => Promise<boolean>;
};

/** Sends a decision at once, and says when the province has it, or why it has not. */
export const useDecide = (): Deciding => {
  const { t } = useTranslation('holding-box');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  return {
    busy,
    trouble,
    forget: () => setTrouble(undefined),
    send: async (decision) => {
      if (busy) return false;
      setBusy(true);
      setTrouble(undefined);
      const outcome = await office.decide(decision);
      setBusy(false);
      if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
      if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
      if (outcome.kind !== 'answered') return false;
      const { decided } = outcome.answer;
      announce(
        decision.decision === 'accept' ? t('doneAccepted', { count: decided?.accepted ?? 0 }) : t('doneRefused'),
      );
      await keepDecided(db, ownBox, outcome.answer);
      return true;
    },
  };
};
