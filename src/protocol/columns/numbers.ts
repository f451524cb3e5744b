import { Unreadable } from '#protocol/columns/bytes.ts';
import type { Column } from '#protocol/columns/column.ts';

const mostPlanes = 6;
/** The largest number a column holds: 48 bits. */
export const largest = 2 ** (8 * mostPlanes) - 1;
/** The largest magnitude of a signed number. */
export const largestSigned = 2 ** (8 * mostPlanes - 1) - 1;

export const fits = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= largest && !Object.is(value, -0);

/**
 * Whole numbers from 0 to `largest` in byte planes: how many planes, then all high bytes, …, all low bytes. A column of
 * zeros costs one byte, whatever its length; one large number among small ones costs zeros, which compress away.
 */
export const numbers: Column<number> = {
  write(to, values) {
    let most = 0;
    for (const value of values) {
      if (!fits(value)) throw new RangeError(`No column holds ${value}`);
      if (value > most) most = value;
    }
    let planes = 0;
    while (most >= 2 ** (8 * planes)) planes++;
    to.byte(planes);
    for (let plane = planes - 1; plane >= 0; plane--) {
      const bytes = to.take(values.length);
      const unit = 2 ** (8 * plane);
      for (let i = 0; i < values.length; i++) bytes[i] = Math.floor(values[i]! / unit) % 256;
    }
  },
  read(from, count) {
    const planes = from.byte();
    if (planes > mostPlanes) throw new Unreadable('A number is too wide');
    const values = Array.from({ length: count }, () => 0);
    for (let plane = 0; plane < planes; plane++) {
      const bytes = from.take(count);
      for (let i = 0; i < count; i++) values[i] = values[i]! * 256 + bytes[i]!;
    }
    return values;
  },
};

/** Whole numbers of either sign: 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …, so that small ones stay small. */
export const signed: Column<number> = {
  write: (to, values) =>
    numbers.write(
      to,
      values.map((value) => (value < 0 ? -2 * value - 1 : 2 * value)),
    ),
  read: (from, count) => numbers.read(from, count).map((value) => (value % 2 ? -(value + 1) / 2 : value / 2)),
};

/** Whole numbers from -`most` to `most`, each as its distance from the one before. */
export const deltas = (most: number): Column<number> => ({
  write(to, values) {
    for (const value of values) {
      if (!Number.isSafeInteger(value) || Math.abs(value) > most) throw new RangeError(`No column holds ${value}`);
    }
    signed.write(
      to,
      values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]!)),
    );
  },
  read(from, count) {
    let last = 0;
    return signed.read(from, count).map((step) => {
      last += step;
      if (Math.abs(last) > most) throw new Unreadable('A number is out of range');
      return last;
    });
  },
});
