import type { Clock } from '#sync/ports.ts';

export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((wake) => {
      if (signal.aborted) return wake();
      const timer = setTimeout(wake, milliseconds);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          wake();
        },
        { once: true },
      );
    }),
};
