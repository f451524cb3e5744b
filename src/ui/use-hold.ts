import { useCallback, useEffect, useRef, type MouseEvent } from 'react';

const untilHeld = 400;
const every = 110;
const ticksBeforeFast = 12;
const fastStep = 5;

/** A button that acts once when tapped or pressed by key, and again and again, faster after a while, when held. */
export const useHold = (act: (by: number) => void) => {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ticks = useRef(0);
  useEffect(() => {
    latest.current = act;
  });
  const stop = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => stop, [stop]);

  const tick = () => {
    ticks.current += 1;
    latest.current(ticks.current > ticksBeforeFast ? fastStep : 1);
    timer.current = setTimeout(tick, every);
  };
  return {
    onPointerDown: () => {
      stop();
      ticks.current = 0;
      timer.current = setTimeout(tick, untilHeld);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onClick: () => {
      stop();
      // The click that ends a hold has been counted already.
      if (ticks.current === 0) latest.current(1);
      ticks.current = 0;
    },
  };
};
