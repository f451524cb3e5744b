import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How wide an element is, in px, and how large a rem is against the usual 16 px; both follow the window and text size. */
export const useRoom = <E extends HTMLElement>(
  usualWidth: number,
): [RefObject<E | null>, { width: number; scale: number }] => {
  const element = useRef<E>(null);
  const [room, setRoom] = useState({ width: usualWidth, scale: 1 });

  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const width = measured.clientWidth || usualWidth;
      const scale = (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
      setRoom((known) => (known.width === width && known.scale === scale ? known : { width, scale }));
    };
    measure();
    if (typeof ResizeObserver !== 'function') return;
    // <html> is watched through its font size: a larger text changes the height of whatever is around.
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [usualWidth]);

  return [element, room];
};
