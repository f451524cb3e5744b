import { useCallback, useEffect, useState } from 'react';
import { useHands, type InvitationOutcome } from '#features/handbook.tsx';
import { readInvitationCode } from '#model/invitation-code.ts';
import { draft, dropDraft, keepDraft } from '#store/draft.ts';

export const invitationDraft = 'sign-in';

/** `attempt` goes with this code until it has worked: a lost answer must not use the invitation up. */
type Kept = { typed: string; attempt: string };

/** 24 random bytes in base64url. */
const newAttempt = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');

/** The code in a link, '#m=K7QM2XVD', or in what a camera read. */
export const invitationIn = (text: string): string | undefined =>
  readInvitationCode(/#m=([^&\s]+)/.exec(text)?.[1] ?? text);

/** 'k7qm2' is shown as it is said: 'K7QM-2'. What does not fit stays as typed. */
export const spell = (typed: string): string => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  return plain.length > 4 && plain.length <= 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
};

/** Takes the code out of the address bar at once: an invitation is a key, and addresses are kept in histories. */
const codeFromAddress = (): string | undefined => {
  const found = location.hash.startsWith('#m=') ? invitationIn(location.hash) : undefined;
  if (location.hash.startsWith('#m=')) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
};

export type Invitation = ReturnType<typeof useInvitation>;

/**
 * The invitation as typed, kept as a draft; and, as soon as it has eight characters, what the province says of it. It
 * may come from the link that opened the app.
 */
export const useInvitation = () => {
  const { db, clock, gate } = useHands();
  const [{ typed, attempt }, setKept] = useState<Kept>({ typed: '', attempt: '' });
  const [answers, setAnswers] = useState<Record<string, InvitationOutcome | 'asking'>>({});
  const code = readInvitationCode(typed);

  const ask = useCallback(
    async (about: string) => {
      setAnswers((known) => ({ ...known, [about]: 'asking' }));
      const answer = await gate.whoseInvitation(about);
      setAnswers((known) => ({ ...known, [about]: answer }));
    },
    [gate],
  );

  const type = useCallback(
    (text: string, before?: string) => {
      const spelt = spell(text);
      const kept: Kept = { typed: spelt, attempt: before ?? newAttempt() };
      setKept(kept);
      void (spelt ? keepDraft(db, clock, invitationDraft, kept) : dropDraft(db, invitationDraft));
      const whole = readInvitationCode(spelt);
      if (whole) void ask(whole);
    },
    [db, clock, ask],
  );

  useEffect(() => {
    const pickUp = async () => {
      const before = (await draft<Kept>(db, invitationDraft))?.value;
      const text = codeFromAddress() ?? before?.typed;
      if (text) type(text, before && spell(text) === before.typed ? before.attempt : undefined);
    };
    void pickUp();
    // A link tapped while the page is open only changes what follows the '#'.
    const pickUpLink = () => {
      const text = codeFromAddress();
      if (text) type(text);
    };
    window.addEventListener('hashchange', pickUpLink);
    return () => window.removeEventListener('hashchange', pickUpLink);
  }, [db, type]);

  const answer = code ? answers[code] : undefined;
  return {
    typed,
    type: (text: string) => type(text),
    code,
    attempt,
    answer,
    whose: answer !== 'asking' && answer?.kind === 'answered' ? answer.answer : undefined,
    askAgain: () => void (code && ask(code)),
  };
};
