import { credentialsOf } from '#app/credentials.ts';
import { onWakeUp } from '#app/service-worker.ts';
import { outboxWakeUp } from '#app/worker-words.ts';
import { wallClock } from '#app/wall-clock.ts';
import { webLock } from '#app/web-lock.ts';
import { isOfficer, type Role } from '#model/person.ts';
import type { Handbook } from '#store/database.ts';
import { sweepFollowUps } from '#store/follow-ups-sweep.ts';
import { createMemory } from '#store/memory.ts';
import { reasonsToSync, unsentCount } from '#store/reasons-to-sync.ts';
import { replayKept } from '#store/replay-kept.ts';
import { situation } from '#store/situation.ts';
import { wantedViews } from '#store/views.ts';
import { watch } from '#store/watch.ts';
import type { Lock } from '#sync/ports.ts';
import { showOnBadge } from '#ui/badge.ts';

/** How often to look while the app is in front: what an officer reads grows old faster than a team's own entries. */
const viewsEvery = 20_000;
const pullEvery = 60_000;

/** Asks the system to wake us once there is a network. A wake-up and nothing more: where it is missing, nothing is. */
const askForWakeUp = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return;
  const registration = await navigator.serviceWorker.ready;
  const { sync } = registration as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
  await sync?.register(outboxWakeUp).catch(() => undefined);
};

const engineFor = async (db: Handbook) => {
  const [{ createSync }, { createProvince }] = await Promise.all([
    import('#sync/engine.ts'),
    import('#app/province-http.ts'),
  ]);
  const credentials = credentialsOf(db);
  const engine = createSync({
    memory: createMemory(db, wallClock),
    province: createProvince(credentials),
    clock: wallClock,
    lock: hearingChanges(webLock('so-tay-06-sync'), db, () => engine.wake()),
    chance: Math.random,
  });
  return engine;
};

/** The tab that talks to the province is the one that listens to it. Only officers' machines fetch what that takes. */
const hearingChanges = (lock: Lock, db: Handbook, wake: () => void): Lock => ({
  whileHeld: (work, signal) =>
    lock.whileHeld(async () => {
      const hearing = listening(db, wake, signal).catch(() => undefined);
      await work();
      await hearing;
    }, signal),
});

const listening = async (db: Handbook, wake: () => void, signal: AbortSignal): Promise<void> => {
  await untilOfficer(db, signal);
  if (signal.aborted) return;
  const { followChanges } = await import('#app/live.ts');
  await followChanges({ db, credentials: credentialsOf(db), clock: wallClock, chance: Math.random, wake }, signal);
};

const untilOfficer = (db: Handbook, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stop();
      resolve();
    };
    const role = async () => (await situation(db))?.person.role ?? '';
    const stop = watch(role, (one) => void (one !== '' && isOfficer(one as Role) && done()));
    signal.addEventListener('abort', done, { once: true });
  });

/**
 * Lets sync run as long as the app is open, and wakes it for every good reason: the start, the app coming to the front,
 * something saved or asked for in any tab, a page opened, a minute gone by, and the browser's word that there is a
 * network, which proves nothing. Loaded apart from the first screen. Returns the stop.
 */
export const startSync = async (db: Handbook): Promise<() => Promise<void>> => {
  // A phone too full to write must send all the same.
  await replayKept(db).catch(() => undefined);
  void sweepFollowUps(db, wallClock).catch(() => undefined);
  const engine = await engineFor(db);
  const inFront = () => document.visibilityState === 'visible';
  const whenInFront = () => inFront() && engine.wake();

  let lastPull = wallClock.now();
  const look = async () => {
    if (!inFront()) return;
    // A clock that was set back must not keep us from asking (rule M3).
    const due = Math.abs(wallClock.now() - lastPull) >= pullEvery;
    if (!due && (await wantedViews(db, wallClock)).length === 0) return;
    if (due) lastPull = wallClock.now();
    engine.wake();
  };
  const timer = setInterval(() => void look(), viewsEvery);

  // A page kept for "back", frozen, must not keep the lock: nobody would send.
  const putAway = () => void engine.stop();
  const takenOut = ({ persisted }: PageTransitionEvent) => persisted && void engine.stop().then(() => engine.start());

  document.addEventListener('visibilitychange', whenInFront);
  window.addEventListener('pagehide', putAway);
  window.addEventListener('pageshow', takenOut);
  window.addEventListener('online', engine.wake);
  const stops = [
    watch(() => reasonsToSync(db), engine.wake),
    watch(
      () => unsentCount(db),
      (count) => {
        showOnBadge('unsent', count);
        if (count > 0) void askForWakeUp();
      },
    ),
    onWakeUp(engine.wake),
  ];
  engine.start();
  // Fetched apart: a phone whose province wants no photos needs little of it.
  const photos = import('#app/photo-sending.ts').then(({ startPhotos }) => startPhotos(db)).catch(() => undefined);

  return async () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', whenInFront);
    window.removeEventListener('pagehide', putAway);
    window.removeEventListener('pageshow', takenOut);
    window.removeEventListener('online', engine.wake);
    stops.forEach((stop) => stop());
    await engine.stop();
    await (
      await photos
    )?.();
  };
};
