import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useOffice } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import { keepSettings } from '#store/situation.ts';

/** Sends what an officer decided for the province. Told at once, or not at all: nothing of it waits on this device. */
export const useChangeSettings = () => {
  const { t } = useTranslation('settings');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  return {
    busy,
    trouble,
    /** The settings as they stand once the province has the change; undefined where it does not. */
    send: async (change: Partial<ProvinceSettings>): Promise<ProvinceSettings | undefined> => {
      setBusy(true);
      setTrouble(undefined);
      const outcome = await office.changeSettings(change);
      setBusy(false);
      if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
      if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
      if (outcome.kind !== 'answered') return undefined;
      await keepSettings(db, outcome.answer);
      return outcome.answer;
    },
  };
};
