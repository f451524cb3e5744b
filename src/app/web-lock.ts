import { wallClock } from '#app/wall-clock.ts';
import type { Lock } from '#sync/ports.ts';

const askAgainAfter = 1_000;

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/**
 * One tab at a time talks to the province (rule P1). Where a browser has no Web Locks, every tab may: the province
 * counts by name (rule P3), so that this costs bytes and never a figure.
 *
 * Asks again and again instead of queueing: Chromium freezes a page that was left, for "back", with its place in the
 * queue, then gives it the lock, and nobody sends. For the same reason an abort lets the lock go at once.
 */
export const webLock = (name: string): Lock => ({
  async whileHeld(work, signal) {
    if (!('locks' in navigator)) return work();
    const stopped = aborted(signal);
    let working: Promise<void> = Promise.resolve();
    const worked = () =>
      navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return false;
        working = work();
        await Promise.race([working, stopped]);
        return true;
      });
    while (!signal.aborted && !(await worked())) await wallClock.sleep(askAgainAfter, signal);
    await working;
  },
});
