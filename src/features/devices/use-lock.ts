import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesOf } from '#features/devices/addresses.ts';
import { useHands, useOffice, type LockCommand } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import { keepPerson, type PersonWithDevices } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';

const done = {
  revoke: 'doneLock',
  restore: 'doneUnlock',
  disable: 'doneDisable',
  enable: 'doneEnable',
} as const;

export type Locking = {
  busy: boolean;
  /** Why it was not done, in words. */
  trouble: string | undefined;
  /** The person it was about. */
  about: PersonId | undefined;
  forget: () => void;
  /** True once the province has done it. */
  send: (command: LockCommand, person: Pick<PersonWithDevices, 'id' | 'name'>) => Promise<boolean>;
};

/** Sends a command at once, and says when the province has done it, or why it has not. */
export const useLock = (unit: UnitId): Locking => {
  const { t } = useTranslation('devices');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [about, setAbout] = useState<PersonId>();

  return {
    busy,
    trouble,
    about,
    forget: () => setTrouble(undefined),
    send: async (command, { id, name }) => {
      if (busy) return false;
      setBusy(true);
      setTrouble(undefined);
      setAbout(id);
      const outcome = await office.lock(command);
      setBusy(false);
      if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
      if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
      if (outcome.kind !== 'answered') return false;
      await keepPerson(db, devicesOf(unit), outcome.answer);
      announce(t(done[command.act], { name, number: 'device' in command ? command.device : '' }));
      return true;
    },
  };
};
