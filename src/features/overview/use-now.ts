import { useEffect, useState } from 'react';
import { useHands } from '#features/handbook.tsx';

/** Now, in milliseconds, told again often enough for "today" and "yesterday" to be true. */
export const useNow = (): number => {
  const { clock } = useHands();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 30_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
};
