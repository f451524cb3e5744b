import type { DeviceNumber, Operation, Seq } from '#model/operation.ts';
import type { BundleAnswer } from '#protocol/bundle.ts';
import type { PullPage, PullQuestion } from '#protocol/pull.ts';
import type { Receipt } from '#protocol/receipt.ts';
import type { Refusal } from '#protocol/refusals.ts';
import type { KeyAnswer } from '#protocol/sign-in.ts';

/** How a request to the province ended. Only `answered` means that it heard us and agreed. */
export type Outcome<Answer> =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'refused'; refusal: Refusal; retryAfter?: number }
  /** No answer, a cut-off answer, a time-out, or an answer that is not the province's (a captive portal). */
  | { kind: 'unreachable'; timedOut: boolean };

/** The province as a device sees it. Every call ends by itself, in time, and never throws for what a network does. */
export type Province = {
  push(batch: { device: DeviceNumber; waiting: number; operations: Operation[] }): Promise<Outcome<Receipt>>;
  pull(question: PullQuestion): Promise<Outcome<PullPage>>;
  view(view: ViewName): Promise<Outcome<unknown>>;
  /** Hands in a colleague's bundle, as text (rule T3). */
  deliver(bundle: string): Promise<Outcome<BundleAnswer>>;
  /** The public key of the key this phone signs bundles with. */
  registerKey(key: string): Promise<Outcome<KeyAnswer>>;
};

/** A page of figures or entries an officer has open: the path and query it is read from, e.g. '/api/figures?unit=42'. */
export type ViewName = string;

/** How far each stream is read (rule L1): the own team's work, the commune's records, the province's. */
export type Cursors = { cursor: number; communeCursor: number; provinceCursor: number };

/**
 * Where the reading of each stream stands. `situation`: the version known. `holdsLess`: the province has shown
 * a higher seq than this phone ever gave, and not all has been read back (rule T1).
 */
export type DeviceState = Cursors & { number: DeviceNumber; situation: string; holdsLess: boolean };

/** What became of a page: 'begun-anew' when its person has moved, and every stream is to be read from the beginning (rule T4). */
export type Kept = 'kept' | 'begun-anew';

/** The device's memory as sync sees it. Every method is one transaction; what it returned is on disk. */
export type Memory = {
  /** Null before sign-in and after sign-out. */
  device(): Promise<DeviceState | null>;
  /** The oldest operations not settled, as a run of consecutive seqs (rule P2); and how many wait in all. */
  waiting(most: number): Promise<{ operations: Operation[]; waiting: number }>;
  /** Marks operations received or refused (rules P4, P5) and compares the sums; removes nothing (rule P7). */
  settle(receipt: Receipt): Promise<void>;
  /** The province holds nothing from `seq` on (it was restored from a backup): those operations wait again. */
  reopenFrom(seq: Seq): Promise<void>;
  /** Stores a page and moves its cursors, together; unsent changes are replayed on top (rule L3). */
  keep(page: PullPage): Promise<Kept | void>;
  /**
   * Stores a page read with `own` from the beginning of every stream: what it has of the device's own operations comes back (rule T1). After
   * the last page the phone holds no less than the province.
   */
  recover(page: PullPage): Promise<Kept | void>;
  /** Officers' pages that a screen wants now. */
  wantedViews(): Promise<ViewName[]>;
  keepView(view: ViewName, outcome: Outcome<unknown>): Promise<void>;
  /** Colleagues' bundles not delivered yet, that are due for a try. */
  carried(): Promise<{ id: string; text: string }[]>;
  /** What became of one: the province's answer, or why it did not take it. It is kept whatever that is. */
  noteDelivery(id: string, what: BundleAnswer | { kind: 'refused'; refusal: Refusal }): Promise<void>;
  /** The public key that signing in did not register; null when there is none, or not now. */
  keyToRegister(): Promise<string | null>;
  /** The province's key to seal with; null when it would not take ours. */
  noteKey(sealingKey: string | null): Promise<void>;
  /** What is known of the link, for people to read; from real requests only. */
  note(link: LinkNote): Promise<void>;
};

/** `at` in milliseconds by the device's clock. */
export type LinkNote =
  | { kind: 'trying'; at: number }
  | { kind: 'done'; at: number }
  | { kind: 'unreachable' | 'phone'; at: number; nextTryAt: number }
  | { kind: 'refused'; at: number; refusal: Refusal; nextTryAt: number | null };

export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that long, or at once when the signal fires. Never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** One tab at a time (rule P1). Runs `work` while it alone holds the name; resolves when the work ended. */
export type Lock = { whileHeld(work: () => Promise<void>, signal: AbortSignal): Promise<void> };

/** From 0 up to, not including, 1: the jitter of retries. */
export type Chance = () => number;
