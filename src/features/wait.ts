import { useCallback, useEffect, useState } from 'react';

/** Counts whole seconds down to an instant. */
export const useWait = (clock: { now(): number }) => {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const waiting = until > now;

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(clock.now()), 500);
    return () => clearInterval(timer);
  }, [waiting, clock]);

  return {
    secondsLeft: waiting ? Math.ceil((until - now) / 1000) : 0,
    waitUntil: useCallback(
      (instant: number) => {
        setNow(clock.now());
        setUntil(instant);
      },
      [clock],
    ),
  };
};
