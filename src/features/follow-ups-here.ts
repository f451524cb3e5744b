import { useEffect, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import { hasFollowUps } from '#store/follow-ups-book.ts';

/** Whether residents to see again lie on this phone: who is about to take them away is told so first. */
export const useFollowUpsHere = (): boolean => {
  const { db } = useHands();
  const [here, setHere] = useState(false);
  useEffect(() => {
    let left = false;
    hasFollowUps(db).then(
      (has) => left || setHere(has),
      () => undefined,
    );
    return () => void (left = true);
  }, [db]);
  return here;
};
