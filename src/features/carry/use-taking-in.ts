import { useCallback, useEffect, useRef, useState } from 'react';
import { useHands, type TakenIn } from '#features/handbook.tsx';
import { codesInFile } from '#ui/code-reader.ts';

/** No bundle of ours is larger; a film picked by mistake is not read to its end. */
const largestText = 16 * 1024 * 1024;

const textsIn = async (file: Blob): Promise<string[]> => {
  if (file.type.startsWith('image/')) return codesInFile(file);
  return file.size > largestText ? [] : [await file.text()];
};

export type TakingIn = ReturnType<typeof useTakingIn>;

/** What came in, and what became of it. Codes of one bundle may come one by one; those seen are remembered. */
export const useTakingIn = () => {
  const { courier } = useHands();
  const [result, setResult] = useState<TakenIn | 'reading' | 'not-loaded'>();
  const seen = useRef<string[]>([]);

  const texts = useCallback(
    async (came: readonly string[]): Promise<TakenIn | 'not-loaded'> => {
      seen.current = [...new Set([...seen.current, ...came])];
      const taken = await courier.takeIn(seen.current);
      if (taken !== 'not-loaded' && !taken.missing) seen.current = [];
      setResult(taken);
      return taken;
    },
    [courier],
  );

  const files = useCallback(
    async (came: readonly Blob[]): Promise<void> => {
      if (came.length === 0) return;
      setResult('reading');
      try {
        const read = await Promise.all(came.map(textsIn));
        await texts(read.flat());
      } catch {
        setResult('not-loaded');
      }
    },
    [texts],
  );

  useEffect(() => {
    const takeShared = async () => {
      const shared = await courier.shared();
      if (shared.texts.length + shared.files.length === 0) return;
      await files([...shared.texts.map((text) => new Blob([text])), ...shared.files]);
      await courier.sharedIsIn();
    };
    void takeShared();
  }, [courier, files]);

  return { result, texts, files };
};
