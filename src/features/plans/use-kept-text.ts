import { useEffect, useRef, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import { draft, dropDraft, keepDraft } from '#store/draft.ts';

const pause = 250;

/**
 * What is typed into one field, kept as a draft on every change until it is saved. `first` is what stands there when
 * nothing was typed; while nothing is, a newer `first` shows at once. A screen for another `form` is another component.
 */
export const useKeptText = (form: string, first: string) => {
  const { db, clock } = useHands();
  const [typed, setTyped] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unwritten = useRef<string>(undefined);

  useEffect(() => {
    let here = true;
    const find = async () => {
      const found = await draft<string>(db, form);
      if (here && found && unwritten.current === undefined) setTyped(found.value);
    };
    void find();
    const flush = () => {
      clearTimeout(timer.current);
      const text = unwritten.current;
      unwritten.current = undefined;
      if (text !== undefined) void keepDraft(db, clock, form, text);
    };
    document.addEventListener('visibilitychange', flush);
    return () => {
      here = false;
      flush();
      document.removeEventListener('visibilitychange', flush);
    };
  }, [db, clock, form]);

  return {
    text: typed ?? first,
    change: (text: string) => {
      setTyped(text);
      unwritten.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        unwritten.current = undefined;
        void keepDraft(db, clock, form, text);
      }, pause);
    },
    /** It is in the record now: no draft is left, also none that was about to be written. */
    saved: () => {
      clearTimeout(timer.current);
      unwritten.current = undefined;
      setTyped(undefined);
      void dropDraft(db, form);
    },
  };
};
