import { useRef, useState, type KeyboardEvent } from 'react';
import { nextInDirection } from './next-in-direction.ts';

/** Many things, one stop of the Tab key: arrows go from one to what lies nearest in their direction. */
export const useRoving = (ids: readonly string[]) => {
  const [chosen, setChosen] = useState<string>();
  const here = useRef(new Map<string, Element>());
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];

  const spots = () =>
    ids.flatMap((id) => {
      const box = here.current.get(id)?.getBoundingClientRect();
      return box ? [{ id, x: box.left + box.width / 2, y: box.top + box.height / 2 }] : [];
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = spots();
    const from = all.find(({ id }) => id === current);
    const next = from && nextInDirection(all, from, event.key);
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    (here.current.get(next.id) as HTMLElement | SVGElement | undefined)?.focus();
  };
  return {
    of: (id: string) => ({
      ref: (element: Element | null) => {
        if (element) here.current.set(id, element);
        else here.current.delete(id);
      },
      tabIndex: id === current ? 0 : -1,
      onFocus: () => setChosen(id),
      onKeyDown,
    }),
  };
};
