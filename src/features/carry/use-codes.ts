import { useEffect, useState } from 'react';
import { useHands } from '#features/handbook.tsx';

/** Characters in one code: what a screen of 360 px shows so that a cheap camera reads it; and what nearly any camera reads. */
const [dense, sparser] = [1400, 360];

/** What the codes of these bundles or receipts say, in turn; undefined until it is known. */
export const useCodes = (texts: readonly string[], sparse: boolean): string[] | undefined => {
  const { courier } = useHands();
  const [codes, setCodes] = useState<string[]>();
  const all = texts.join(' ');
  useEffect(() => {
    let left = false;
    const make = async () => {
      const made: string[] = [];
      for (const text of all.split(' ')) made.push(...(await courier.pictures(text, sparse ? sparser : dense)));
      if (!left) setCodes(made);
    };
    make().catch((error: unknown) => {
      setCodes(() => {
        throw error;
      });
    });
    return () => {
      left = true;
    };
  }, [courier, all, sparse]);
  return codes;
};
