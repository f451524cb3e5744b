import { useEffect, useState } from 'react';
import { useHands, type Packed } from '#features/handbook.tsx';

/** All that waits, sealed when the screen opens; undefined until it is. */
export const usePacked = (): Packed | undefined => {
  const { courier } = useHands();
  const [packed, setPacked] = useState<Packed>();
  useEffect(() => {
    let left = false;
    const pack = async () => {
      const made = await courier.pack();
      if (!left) setPacked(made);
    };
    pack().catch((error: unknown) => {
      // What nobody foresaw belongs to whoever shows what is broken, and not into a wait without end.
      setPacked(() => {
        throw error;
      });
    });
    return () => {
      left = true;
    };
  }, [courier]);
  return packed;
};
