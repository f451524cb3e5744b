import type { Lock } from '#sync/ports.ts';

/** The lock that the tabs of one phone share, as Web Locks are: first come, first served, given up at the end of the work. */
export const tabLock = (): Lock & { holders(): number } => {
  let last: Promise<void> = Promise.resolve();
  let holders = 0;
  return {
    async whileHeld(work, signal) {
      const before = last;
      let giveUp = () => {};
      last = new Promise((resolve) => (giveUp = resolve));
      await Promise.race([before, new Promise<void>((gone) => signal.addEventListener('abort', () => gone()))]);
      if (signal.aborted) return void before.then(giveUp);
      holders++;
      try {
        await work();
      } finally {
        holders--;
        giveUp();
      }
    },
    holders: () => holders,
  };
};
