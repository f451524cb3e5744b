import { useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { cover, dabsBetween, mosaicOf, squaresOf, type Dab, type Stroke } from '#features/photos/mosaic.ts';

/** Of the picture's long edge. */
const widths = { small: 0.03, large: 0.065 };
export type Width = keyof typeof widths;

/** What was wiped at one go: a line drawn, or a square by its number. */
type Mark = Stroke | number;

/** A picture on a canvas, and the parts of it that are wiped out: drawn over by a finger, or square by square. */
export const useBrush = (canvas: RefObject<HTMLCanvasElement | null>, picture: HTMLCanvasElement, width: Width) => {
  const mosaic = useMemo(() => mosaicOf(picture), [picture]);
  const squares = useMemo(() => squaresOf(picture), [picture]);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const drawing = useRef<Stroke | null>(null);
  const radius = Math.max(picture.width, picture.height) * widths[width];

  useEffect(() => {
    const paper = canvas.current?.getContext('2d');
    if (!paper) return;
    paper.drawImage(picture, 0, 0);
    const dabs = marks.flatMap((mark) => (typeof mark === 'number' ? [] : mark));
    const wiped = marks.flatMap((mark) => (typeof mark === 'number' ? [squares.all[mark]!] : []));
    cover(paper, mosaic, dabs, wiped);
  }, [canvas, picture, mosaic, squares, marks]);

  const dabAt = ({ clientX, clientY, currentTarget }: PointerEvent): Dab => {
    const { left, top, width: across, height: down } = currentTarget.getBoundingClientRect();
    return {
      x: ((clientX - left) / across) * picture.width,
      y: ((clientY - top) / down) * picture.height,
      radius,
    };
  };
  const add = (dabs: Dab[]) => {
    drawing.current?.push(...dabs);
    const paper = canvas.current?.getContext('2d');
    if (paper) cover(paper, mosaic, dabs);
  };
  const end = () => {
    const stroke = drawing.current;
    drawing.current = null;
    if (stroke) setMarks((all) => [...all, stroke]);
  };

  return {
    covered: marks.length > 0,
    undo: () => setMarks((all) => all.slice(0, -1)),
    squares: squares.all.map((_, n) => ({
      row: 1 + Math.floor(n / squares.columns),
      column: 1 + (n % squares.columns),
      wiped: marks.includes(n),
      toggle: () => setMarks((all) => (all.includes(n) ? all.filter((mark) => mark !== n) : [...all, n])),
    })),
    columns: squares.columns,
    begin: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drawing.current = [];
      add([dabAt(event)]);
    },
    go: (event: PointerEvent<HTMLCanvasElement>) => {
      const last = drawing.current?.[drawing.current.length - 1];
      if (last && event.isPrimary) add(dabsBetween(last, dabAt(event)));
    },
    end,
  };
};
