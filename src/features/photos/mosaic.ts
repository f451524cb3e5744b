/** Where a finger was, and how wide, in pixels of the picture. */
export type Dab = { x: number; y: number; radius: number };
export type Stroke = Dab[];

/** Of the long edge: coarse enough that no face is told from another, whatever is done to the picture later. */
const tiles = 28;

/** The whole picture in coarse tiles, each of one colour. */
export const mosaicOf = (picture: HTMLCanvasElement): HTMLCanvasElement => {
  const tile = Math.max(picture.width, picture.height) / tiles;
  const few = document.createElement('canvas');
  few.width = Math.max(1, Math.round(picture.width / tile));
  few.height = Math.max(1, Math.round(picture.height / tile));
  const fewPaper = few.getContext('2d')!;
  fewPaper.imageSmoothingQuality = 'high';
  fewPaper.drawImage(picture, 0, 0, few.width, few.height);
  const mosaic = document.createElement('canvas');
  mosaic.width = picture.width;
  mosaic.height = picture.height;
  const paper = mosaic.getContext('2d')!;
  paper.imageSmoothingEnabled = false;
  paper.drawImage(few, 0, 0, mosaic.width, mosaic.height);
  return mosaic;
};

/** The dabs of a line drawn from one place to the next, so that a quick finger leaves no gaps. */
export const dabsBetween = (from: Dab, to: Dab): Dab[] => {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (to.radius / 2));
  return Array.from({ length: Math.max(1, steps) }, (_, i) => {
    const part = (i + 1) / Math.max(1, steps);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, radius: to.radius };
  });
};

/** A part of the picture to be wiped as a whole, in its pixels. */
export type Square = { x: number; y: number; width: number; height: number };

/** Along the long edge: large enough for a thumb on the smallest phone. */
const squaresAlong = 6;

/** The picture cut into squares, row by row: for those who do not draw. */
export const squaresOf = ({ width, height }: { width: number; height: number }): { columns: number; all: Square[] } => {
  const side = Math.max(width, height) / squaresAlong;
  const [columns, rows] = [width, height].map((edge) => Math.max(1, Math.round(edge / side))) as [number, number];
  const all = Array.from({ length: columns * rows }, (_, n) => ({
    x: ((n % columns) * width) / columns,
    y: (Math.floor(n / columns) * height) / rows,
    width: width / columns,
    height: height / rows,
  }));
  return { columns, all };
};

/** Lays the mosaic over dabs and squares; what was under them is gone from the canvas. */
export const cover = (
  paper: CanvasRenderingContext2D,
  mosaic: HTMLCanvasElement,
  dabs: readonly Dab[],
  squares: readonly Square[] = [],
): void => {
  if (dabs.length + squares.length === 0) return;
  paper.save();
  paper.beginPath();
  for (const { x, y, radius } of dabs) {
    paper.moveTo(x + radius, y);
    paper.arc(x, y, radius, 0, 2 * Math.PI);
  }
  for (const { x, y, width, height } of squares) paper.rect(x, y, width, height);
  paper.clip();
  paper.drawImage(mosaic, 0, 0);
  paper.restore();
};
