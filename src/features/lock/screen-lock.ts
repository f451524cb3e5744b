import { useCallback, useEffect, useRef, useState } from 'react';
import { useHands } from '#features/handbook.tsx';

const hiddenAtMost = 5 * 60 * 1000;

/**
 * Whether the PIN has to be asked: when the app opens, and when it comes back after five minutes out of sight. A PIN set
 * while the app is open does not lock it there and then. `pin` is undefined until known.
 */
export const useScreenLock = (pin: boolean | undefined): { locked: boolean; open: () => void } => {
  const { clock } = useHands();
  const [locked, setLocked] = useState(true);
  const hiddenSince = useRef<number | null>(null);

  // Without a PIN there is nothing to lock: the screen counts as opened.
  if (pin === false && locked) setLocked(false);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') {
        hiddenSince.current = clock.now();
        return;
      }
      if (pin && hiddenSince.current !== null && clock.now() - hiddenSince.current >= hiddenAtMost) setLocked(true);
      hiddenSince.current = null;
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [clock, pin]);

  return { locked, open: useCallback(() => setLocked(false), []) };
};
