import { useCallback, useEffect, useRef, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import { refuses } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { draft, keepDraft } from '#store/draft.ts';
import type { Written } from '#store/write-change.ts';

/** A draft is on this machine a quarter of a second after each change. */
const draftPause = 250;
/**
 * It is written into the report once nobody typed for a while, and when the part or the page is left. Not with every word:
 * each writing is kept, and goes to every device of the commune.
 */
const writePause = 8000;

export type PartStatus =
  { kind: 'still' | 'typing' | 'written' } | { kind: 'refused'; faults: Fault[] } | { kind: 'not-stored' };

/**
 * The text of one part while it is written: nothing of it is lost when the page is left, the machine goes off or the
 * network is away. A screen for another `form` is another component.
 */
export const usePart = (form: string, stands: string, write: (text: string, form: string) => Promise<Written>) => {
  const { db, clock } = useHands();
  const [typed, setTyped] = useState<string>();
  const [status, setStatus] = useState<PartStatus>({ kind: 'still' });
  const latest = useRef<string>(undefined);
  const drafting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  useEffect(() => {
    writer.current = write;
  }, [write]);

  const keep = useCallback(() => {
    clearTimeout(drafting.current);
    return latest.current === undefined ? undefined : keepDraft(db, clock, form, latest.current);
  }, [db, clock, form]);

  const settle = useCallback(async () => {
    clearTimeout(writing.current);
    const text = latest.current;
    if (text === undefined) return;
    await keep();
    const written = await writer.current(text, form);
    // What was typed meanwhile is settled by its own time.
    if (latest.current !== text) return;
    if (written.kind === 'saved') {
      latest.current = undefined;
      setTyped(undefined);
      setStatus({ kind: 'written' });
    } else if (written.kind === 'refused') {
      setStatus({ kind: 'refused', faults: written.faults.filter((fault) => refuses([fault])) });
    } else setStatus({ kind: 'not-stored' });
  }, [form, keep]);

  useEffect(() => {
    let here = true;
    void (async () => {
      const found = await draft<string>(db, form);
      if (!here || !found || latest.current !== undefined) return;
      latest.current = found.value;
      setTyped(found.value);
      setStatus({ kind: 'typing' });
    })();
    const hide = () => void settle();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', hide);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', hide);
      void settle();
    };
  }, [db, form, settle]);

  return {
    text: typed ?? stands,
    status,
    settle,
    change: (text: string) => {
      latest.current = text;
      setTyped(text);
      setStatus({ kind: 'typing' });
      clearTimeout(drafting.current);
      clearTimeout(writing.current);
      drafting.current = setTimeout(() => void keep(), draftPause);
      writing.current = setTimeout(() => void settle(), writePause);
    },
  };
};
export type WrittenPart = ReturnType<typeof usePart>;
