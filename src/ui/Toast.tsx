import { useEffect } from 'react';
import css from './Toast.module.css';

const shownFor = 4000;

const Words = ({ words, onGone }: { words: string; onGone: () => void }) => {
  useEffect(() => {
    const timer = setTimeout(onGone, shownFor);
    return () => clearTimeout(timer);
  }, [onGone]);
  return <span className={css.toast}>{words}</span>;
};

/** The live region stands in the page from the start, or its first words would not be read. `turn` counts what was said. */
export const Toast = ({ words, turn, onGone }: { words: string; turn: number; onGone: () => void }) => (
  <output aria-live="polite" className={css.place}>
    {words && <Words key={turn} words={words} onGone={onGone} />}
  </output>
);
