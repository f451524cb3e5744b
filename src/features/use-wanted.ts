import { useEffect } from 'react';
import { useHands } from '#features/handbook.tsx';
import { wantView } from '#store/views.ts';

const every = 30_000;

/** Says that somebody looks at these pages, again and again while they do: sync then keeps them fresh. */
export const useWanted = (names: readonly string[]): void => {
  const { db, clock } = useHands();
  const all = names.join('\n');
  useEffect(() => {
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      for (const name of all.split('\n').filter(Boolean)) void wantView(db, clock, name);
    };
    say();
    const timer = setInterval(say, every);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [db, clock, all]);
};
