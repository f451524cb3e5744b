import { useCallback, useEffect, useRef, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import { dropDraft, keepDraft } from '#store/draft.ts';

const pause = 250;

type Start<Draft> = {
  form: string;
  draft: Draft;
  /** It was found on the phone, from an earlier time. */
  kept: boolean;
  worthKeeping: (draft: Draft) => boolean;
};

/** A draft that is on the phone a quarter of a second after each change, and at once when the app is put aside. */
export const useKeptDraft = <Draft>({ form, draft: first, kept: found, worthKeeping }: Start<Draft>) => {
  const { db, clock } = useHands();
  const [draft, setDraft] = useState(first);
  const [kept, setKept] = useState(found);
  const [failed, setFailed] = useState(false);
  const unwritten = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const writing = useRef<Promise<void>>(Promise.resolve());

  /** Resolves when what was typed is on disk, or is known not to be. */
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const value = unwritten.current;
    unwritten.current = null;
    if (value) {
      const write = async () => {
        if (!worthKeeping(value)) return dropDraft(db, form);
        setFailed((await keepDraft(db, clock, form, value)).kind === 'not-stored');
      };
      writing.current = writing.current.then(write);
    }
    return writing.current;
  }, [db, clock, form, worthKeeping]);

  const change = useCallback(
    (next: Draft) => {
      if (held.current) return;
      setDraft(next);
      setKept(worthKeeping(next));
      unwritten.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush, worthKeeping],
  );

  useEffect(() => {
    const putAside = () => void flush();
    document.addEventListener('visibilitychange', putAside);
    addEventListener('pagehide', putAside);
    return () => {
      document.removeEventListener('visibilitychange', putAside);
      removeEventListener('pagehide', putAside);
      putAside();
    };
  }, [flush]);

  /** While a save is under way nothing is typed: what was just saved must not come back as a draft. */
  const hold = useCallback((on: boolean) => {
    held.current = on;
  }, []);

  return { draft, change, kept, failed, flush, hold };
};
