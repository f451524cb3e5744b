import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesOf } from '#features/devices/addresses.ts';
import {
  useHands,
  useOffice,
  type ChangeCommand,
  type InviteCommand,
  type MadeInvitation,
  type Office,
} from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { UnitId } from '#model/unit.ts';
import { keepPerson, type PersonWithDevices } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';

type Answered<Answer> = Awaited<ReturnType<Office['changePerson']>> | { kind: 'answered'; answer: Answer };

/** What an officer does about people, on the page of a unit: told at once, or not at all. */
export const usePeople = (page: UnitId) => {
  const { t } = useTranslation('devices');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const told = async <Answer>(
    ask: () => Promise<Answered<Answer>>,
    personIn: (answer: Answer) => PersonWithDevices,
  ): Promise<Answer | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setTrouble(undefined);
    const outcome = (await ask()) as
      { kind: 'answered'; answer: Answer } | Exclude<Answered<Answer>, { kind: 'answered' }>;
    setBusy(false);
    if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
    if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
    if (outcome.kind !== 'answered') return undefined;
    await keepPerson(db, devicesOf(page), personIn(outcome.answer));
    return outcome.answer;
  };

  return {
    busy,
    trouble,
    forget: () => setTrouble(undefined),
    invite: async (command: InviteCommand): Promise<MadeInvitation | undefined> =>
      told<MadeInvitation>(
        () => office.invite(command),
        ({ person }) => person,
      ),
    change: async (command: ChangeCommand): Promise<PersonWithDevices | undefined> => {
      const person = await told<PersonWithDevices>(
        () => office.changePerson(command),
        (answer) => answer,
      );
      if (person) announce(t('doneChange', { name: person.name }));
      return person;
    },
    withdraw: async ({ id, name }: PersonWithDevices): Promise<void> => {
      if (
        await told<PersonWithDevices>(
          () => office.withdrawInvitation(id),
          (answer) => answer,
        )
      )
        announce(t('doneWithdraw', { name }));
    },
  };
};

export type People = ReturnType<typeof usePeople>;
