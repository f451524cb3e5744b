import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Handbook, SituationRow } from '#store/database.ts';
import type { Outcome } from '#sync/ports.ts';
import type { InvitationAnswer, SignInAnswer, SignInQuestion } from '#protocol/sign-in.ts';

/** The two things a person does that need the province at once: come in, and go. Everything else goes through the store. */
export type Gate = {
  whoseInvitation(code: string): Promise<Outcome<InvitationAnswer>>;
  signIn(question: SignInQuestion): Promise<Outcome<SignInAnswer>>;
  signOut(): Promise<Outcome<null>>;
};

/** The person at this phone, and what they have to know of the world. */
export type Me = SituationRow['situation'];
export type InvitationOutcome = Awaited<ReturnType<Gate['whoseInvitation']>>;
export type Invited = Extract<InvitationOutcome, { kind: 'answered' }>['answer'];

/** What every place is handed. */
export type Hands = { db: Handbook; clock: { now(): number }; gate: Gate };

const HandsContext = createContext<Hands | null>(null);
export const HandsProvider = HandsContext.Provider;

export const useHands = (): Hands => {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error('A place was opened outside HandsProvider');
  return hands;
};

/** A query that runs again whenever what it read changes, in this tab or another. Undefined until the first answer. */
export const useLive = <T,>(query: (db: Handbook) => Promise<T>, inputs: unknown[] = []): T | undefined => {
  const { db } = useHands();
  return useLiveQuery(() => query(db), [db, ...inputs]);
};

/** The clock's now, in milliseconds, fresh enough for "today" and "days left": a phone may stay open past midnight. */
export const useNow = (): number => {
  const { clock } = useHands();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const look = () => setNow(clock.now());
    const timer = setInterval(look, 30_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock]);
  return now;
};
