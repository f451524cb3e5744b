import { useRef, useState } from 'react';
import type { Fault } from '#model/fault.ts';
import type { Written } from '#store/write-change.ts';

export type Saved = Extract<Written, { kind: 'saved' }>;

type Wish = {
  /** There is nothing to save yet. */
  idle: boolean;
  /** Everything wrong or doubtful now. */
  examine: () => Fault[];
  /** Puts the draft on disk first: whatever happens then, it is there. */
  flush: () => Promise<void>;
  hold: (on: boolean) => void;
  write: () => Promise<Written>;
  onSaved: (saved: Saved) => void;
};

/** One save at a time, doubts asked before it, and what became of it. */
export const useSaving = ({ idle, examine, flush, hold, write, onSaved }: Wish) => {
  const busy = useRef(false);
  const [saving, setSaving] = useState(false);
  /** How often a person tried in vain; 0 shows no errors yet. */
  const [turn, setTurn] = useState(0);
  const [doubts, setDoubts] = useState<Fault[]>([]);
  const [notStored, setNotStored] = useState<'full' | 'blocked' | null>(null);
  const [refused, setRefused] = useState<Fault[]>([]);

  const save = async (sure: boolean): Promise<void> => {
    if (busy.current) return;
    const faults = examine();
    setRefused([]);
    setDoubts([]);
    if (idle || faults.some(({ weight }) => weight === 'refuse')) return setTurn((tried) => tried + 1);
    const doubtful = faults.filter(({ weight }) => weight === 'ask');
    if (doubtful.length > 0 && !sure) return setDoubts(doubtful);

    busy.current = true;
    setSaving(true);
    setNotStored(null);
    hold(true);
    await flush();
    const written = await write();
    if (written.kind === 'saved') return onSaved(written);
    hold(false);
    busy.current = false;
    setSaving(false);
    if (written.kind === 'not-stored') return setNotStored(written.why);
    setRefused(written.faults);
    setTurn((tried) => tried + 1);
  };

  return { save, saving, turn, doubts, letDoubtsBe: () => setDoubts([]), notStored, refused };
};
