import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Day } from '#model/day.ts';
import type { Reorganisation } from '#model/reorganisation.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { Unit, UnitId, UnitType } from '#model/unit.ts';
import type { BundleRow, CarriedRow, Handbook, SituationRow } from '#store/database.ts';
import type { NotStored } from '#store/not-stored.ts';
import type { Outcome } from '#sync/ports.ts';
import type { AuditPage } from '#protocol/audit.ts';
import type { AccessToken, MadeToken, MakeToken } from '#protocol/access.ts';
import type { PersonWithDevices } from '#protocol/devices.ts';
import type { DecideQuestion, HeldWork } from '#protocol/holding-box.ts';
import type { ReportCommand, ReportPage } from '#protocol/report.ts';
import type { ChangeCommand, InviteCommand, MadeInvitation } from '#protocol/people.ts';
import type { ImportVillagesAnswer, PlannedReorganisation, ReorganisationAnswer } from '#protocol/units.ts';
import type { InvitationAnswer, SignInAnswer, SignInQuestion } from '#protocol/sign-in.ts';

/** The two things a person does that need the province at once: come in, and go. Everything else goes through the store. */
export type Gate = {
  whoseInvitation(code: string): Promise<Outcome<InvitationAnswer>>;
  signIn(question: SignInQuestion): Promise<Outcome<SignInAnswer>>;
  signOut(): Promise<Outcome<null>>;
};

/** `not-loaded`: this part of the app is not on the phone yet, and there is no network to fetch it. */
export type Packed =
  { kind: 'packed'; bundles: BundleRow[] } | { kind: 'nothing' | 'no-key' | 'not-loaded' } | NotStored;

/** What one bundle or receipt turned out to be, once it was taken in. */
export type Found =
  | { kind: 'taken' | 'again' | 'own'; id: string }
  /** A receipt of our own: so many operations are received now, and so many refused. */
  | { kind: 'received'; received: number; refused: number }
  | { kind: 'receipt-of-another' | 'receipt-unreadable' }
  | NotStored;
/** `missing`: pictures of one that is not whole yet. */
export type TakenIn = { found: Found[]; missing?: { have: number; of: number } };

/** Work under way without a network (rule T3): sealing it, taking it in, showing it. Fetched when first asked. */
export type Courier = {
  /** All that waits, as bundles for the province: one, or several when it is a great deal. */
  pack(): Promise<Packed>;
  /** Keeps what is in these texts; the pictures of one bundle may come one by one, with those seen before. */
  takeIn(texts: readonly string[]): Promise<TakenIn | 'not-loaded'>;
  /** What pictures of a bundle or receipt say, at most so many characters each. */
  pictures(text: string, most: number): Promise<string[]>;
  /** A file to hand on; `words` say in it what it is. */
  bundleFile(words: string, bundles: readonly BundleRow[]): Promise<File>;
  receiptFile(words: string, carried: CarriedRow): Promise<File>;
  /** What another app handed to this one; kept until it is said to be taken in. */
  shared(): Promise<{ texts: string[]; files: Blob[] }>;
  sharedIsIn(): Promise<void>;
};

/** Answering a device or a person no longer, or again. */
export type LockCommand = { act: 'revoke' | 'restore'; device: number } | { act: 'disable' | 'enable'; person: number };

export type Answered<Answer> = Promise<Outcome<Answer>>;
type NewVillage = { parent: UnitId; code: string; name: string; type: UnitType; begins: Day | null };

/** What an officer changes about the units of the area. */
export type UnitsOffice = {
  add(village: NewVillage): Answered<Unit>;
  rename(change: { unit: UnitId; name: string; type: UnitType }): Answered<Unit>;
  /** `last`: the last day it exists. */
  end(change: { unit: UnitId; last: Day }): Answered<Unit>;
  importVillages(villages: readonly NewVillage[]): Answered<ImportVillagesAnswer>;
  /** With `preview`, only what it would come to. */
  reorganise(asked: { command: Reorganisation; preview: boolean }): Answered<ReorganisationAnswer>;
  callOff(number: number): Answered<PlannedReorganisation[]>;
};

/**
 * What an officer decides about others. It is sent at once or not at all: a lock that waits in a queue would be believed
 * shut while it is open.
 */
export type Office = {
  lock(command: LockCommand): Promise<Outcome<PersonWithDevices>>;
  /** The code is told in this answer and never again. */
  invite(command: InviteCommand): Promise<Outcome<MadeInvitation>>;
  withdrawInvitation(person: number): Promise<Outcome<PersonWithDevices>>;
  changePerson(command: ChangeCommand): Promise<Outcome<PersonWithDevices>>;
  /** The log at one piece, for a file; `address` is that of its first page. */
  wholeLog(address: string): Promise<Outcome<AuditPage>>;
  decide(question: DecideQuestion): Promise<Outcome<HeldWork>>;
  /** What is changed and nothing else; answered with all settings as they then stand. */
  changeSettings(change: Partial<ProvinceSettings>): Promise<Outcome<ProvinceSettings>>;
  /** A step of a period's report; answered with the report as it stands after it. */
  report(command: ReportCommand): Promise<Outcome<ReportPage>>;
  units: UnitsOffice;
  /** Tokens with which other systems read. */
  access: {
    make(wish: MakeToken): Promise<Outcome<MadeToken>>;
    revoke(token: number): Promise<Outcome<AccessToken>>;
  };
  /** A photo of a session, by its name: shown, and not kept on this machine. */
  photo(name: string): Promise<Outcome<Blob>>;
};

export type { ChangeCommand, InviteCommand, MadeInvitation };

/** The person at this phone, and what they have to know of the world. */
export type Me = SituationRow['situation'];
export type InvitationOutcome = Awaited<ReturnType<Gate['whoseInvitation']>>;
export type Invited = Extract<InvitationOutcome, { kind: 'answered' }>['answer'];

/** What every place is handed; an office only the places of officers. */
export type Hands = { db: Handbook; clock: { now(): number }; gate: Gate; courier: Courier; office?: Office };

const HandsContext = createContext<Hands | null>(null);
export const HandsProvider = HandsContext.Provider;

export const useHands = (): Hands => {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error('A place was opened outside HandsProvider');
  return hands;
};

/** An officer's commands. */
export const useOffice = (): Office => {
  const { office } = useHands();
  if (!office) throw new Error('A place of officers was opened where no office is');
  return office;
};

/** A query that runs again whenever what it read changes, in this tab or another. Undefined until the first answer. */
export const useLive = <T,>(query: (db: Handbook) => Promise<T>, inputs: unknown[] = []): T | undefined => {
  const { db } = useHands();
  // An async function, or Dexie sees nothing of what a query reads after its first await.
  return useLiveQuery(async () => query(db), [db, ...inputs]);
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
