import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const step = 300;

/** How many rows of a long table are drawn: some at first, more when asked, all of them on paper. */
export const useRowsDrawn = (all: number) => {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    const paper = () => flushSync(() => setDrawn(Number.MAX_SAFE_INTEGER));
    const screen = () => setDrawn(step);
    addEventListener('beforeprint', paper);
    addEventListener('afterprint', screen);
    return () => {
      removeEventListener('beforeprint', paper);
      removeEventListener('afterprint', screen);
    };
  }, []);
  const left = Math.max(0, all - drawn);
  return { drawn, next: Math.min(left, step), left, more: () => setDrawn(drawn + step) };
};
