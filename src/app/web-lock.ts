import type { Lock } from '#sync/ports.ts';

/**
 * One tab at a time talks to the province (rule P1). Where a browser has no Web Locks, every tab may: the province
 * counts by name (rule P3), so that this costs bytes and never a figure.
 */
export const webLock = (name: string): Lock => ({
  async whileHeld(work, signal) {
    if (!('locks' in navigator)) return work();
    try {
      await navigator.locks.request(name, { signal }, work);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  },
});
