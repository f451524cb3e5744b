import type { PhotoName } from '#model/photo.ts';
import type { RefusalCode } from '#protocol/refusals.ts';
import { waitBefore } from '#sync/backoff.ts';
import type { Chance, Clock, Lock, Outcome } from '#sync/ports.ts';
import { troubleOf, waitsForPerson, type Trouble } from '#sync/trouble.ts';
import type { Refusal } from '#protocol/refusals.ts';

export type PhotoToSend = { name: PhotoName; bytes: Uint8Array<ArrayBuffer> };

/** Photos in the device's memory, as sync sees them. */
export type PhotoMemory = {
  /** The next that may go over such a link, or null: never before the numbers. */
  next(slow: boolean): Promise<PhotoToSend | null>;
  /** So many of its bytes have arrived. */
  sent(name: PhotoName, bytes: number): Promise<void>;
  received(name: PhotoName): Promise<void>;
  /** One the province has and is to let go, or null. */
  nextToLeave(): Promise<PhotoName | null>;
  gone(name: PhotoName): Promise<void>;
  /** The province will not have it; it is kept until a person deals with it. */
  refused(name: PhotoName, refusal: Refusal): Promise<void>;
};

/**
 * Carries one photo, from where an earlier try broke off. Ends when the province has it, refused it, or was lost; and soon
 * after the signal fires.
 */
export type PhotoCarrier = (
  photo: PhotoToSend,
  arrived: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<Outcome<null>>;

/** Has the province let one photo go. */
export type PhotoRecall = (name: PhotoName) => Promise<Outcome<null>>;

/** Has the province let go what a person let go here. One it does not hold is gone already. */
export const recallPhotos = async (memory: PhotoMemory, recall: PhotoRecall): Promise<Trouble | null> => {
  for (let name = await memory.nextToLeave(); name; name = await memory.nextToLeave()) {
    const outcome = await recall(name);
    const isGone = outcome.kind === 'answered' || (outcome.kind === 'refused' && outcome.refusal.code === 'not-found');
    if (!isGone) return troubleOf(outcome);
    await memory.gone(name);
  }
  return null;
};

/** What is wrong with this one photo. Any other refusal speaks of the phone or of the moment. */
const ofThePhoto: readonly RefusalCode[] = [
  'photo-entry-withdrawn',
  'photos-enough',
  'photo-too-late',
  'photo-too-large',
  'photo-unreadable',
  'photo-says-more',
  'role-too-low',
  'unit-out-of-scope',
];

/** Sends one photo after the other, until none may go. A refused one does not hold up the next. */
export const sendPhotos = async (
  memory: PhotoMemory,
  carry: PhotoCarrier,
  slow: () => boolean,
  signal: AbortSignal,
): Promise<Trouble | null> => {
  for (let photo = await memory.next(slow()); photo && !signal.aborted; photo = await memory.next(slow())) {
    const { name } = photo;
    let noted: Promise<void> = Promise.resolve();
    const outcome = await carry(photo, (bytes) => (noted = noted.then(() => memory.sent(name, bytes))), signal);
    await noted;
    if (outcome.kind === 'answered') await memory.received(name);
    else if (outcome.kind === 'refused' && ofThePhoto.includes(outcome.refusal.code))
      await memory.refused(name, outcome.refusal);
    else return troubleOf(outcome);
  }
  return null;
};

export type PhotoSending = {
  /** There may be a photo to send, or a better link. Cheap, and never wrong. */
  wake(): void;
  /** Something that goes first came up: what is being sent breaks off, and goes on later from there. */
  giveWay(): void;
  start(): void;
  stop(): Promise<void>;
};

type Hands = {
  memory: PhotoMemory;
  carry: PhotoCarrier;
  recall: PhotoRecall;
  /** Whether the link is too slow, or too dear, to send a photo nobody asked for. */
  slow: () => boolean;
  clock: Clock;
  lock: Lock;
  chance: Chance;
};

/** Beside the engine and not in it, so that no number ever waits for a photo. */
export const createPhotoSending = ({ memory, carry, recall, slow, clock, lock, chance }: Hands): PhotoSending => {
  let stopping: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let carrying = new AbortController();
  let woken = false;
  let rouse = () => {};

  const rest = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    const alarm = new AbortController();
    rouse = () => alarm.abort();
    signal.addEventListener('abort', rouse, { once: true });
    if (signal.aborted || woken) rouse();
    await clock.sleep(milliseconds, alarm.signal);
    signal.removeEventListener('abort', rouse);
    rouse = () => {};
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      woken = false;
      carrying = new AbortController();
      const round = async () =>
        (await recallPhotos(memory, recall)) ?? (await sendPhotos(memory, carry, slow, carrying.signal));
      const trouble = await round().catch((): Trouble => ({ kind: 'phone' }));
      failures = trouble ? failures + 1 : 0;
      const forPerson = !trouble || waitsForPerson(trouble);
      // Far longer than any wake-up is away; a timer in a browser cannot count further.
      await rest(forPerson ? 2 ** 31 - 1 : waitBefore(failures, chance), signal);
    }
  };

  return {
    wake() {
      woken = true;
      rouse();
    },
    giveWay: () => carrying.abort(),
    start() {
      if (stopping) return;
      stopping = new AbortController();
      const { signal } = stopping;
      running = lock.whileHeld(() => run(signal), signal);
    },
    async stop() {
      stopping?.abort();
      carrying.abort();
      await running;
      stopping = null;
    },
  };
};
