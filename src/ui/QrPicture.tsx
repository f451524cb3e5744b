import { encodeQR } from 'qr';
import { useMemo } from 'react';
import css from './QrPicture.module.css';

/** Light around the code, in its own squares: readers find it by that. */
const quiet = 4;

/** Each run of dark squares as one stroke: a picture of some kilobytes, sharp at any size. */
const strokes = (rows: readonly boolean[][]): string =>
  rows
    .map((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ]
        .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
        .join(''),
    )
    .join('');

/** A text as a QR code: black on white in every mode, because cameras do not know about modes. */
export const QrPicture = ({ text, label }: { text: string; label: string }) => {
  const { path, size } = useMemo(() => {
    const rows = encodeQR(text, 'raw', { ecc: 'low', border: quiet });
    return { path: strokes(rows), size: rows.length };
  }, [text]);
  return (
    <svg
      className={css.picture}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, from a text: there is no file to be an <img>
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
