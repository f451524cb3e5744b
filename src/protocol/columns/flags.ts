import { Unreadable } from '#protocol/columns/bytes.ts';
import type { Column } from '#protocol/columns/column.ts';

const allFalse = 0;
const allTrue = 1;
const oneBitEach = 2;

/** Yes or no: one byte when all agree, otherwise a bit each. */
export const flags: Column<boolean> = {
  write(to, values) {
    if (!values.includes(true)) return to.byte(allFalse);
    if (!values.includes(false)) return to.byte(allTrue);
    to.byte(oneBitEach);
    const bits = to.take(Math.ceil(values.length / 8));
    for (let i = 0; i < values.length; i++) if (values[i]) bits[i >> 3]! |= 1 << (i & 7);
  },
  read(from, count) {
    const how = from.byte();
    if (how > oneBitEach) throw new Unreadable('A flag is neither yes nor no');
    if (how !== oneBitEach) return Array.from({ length: count }, () => how === allTrue);
    const bits = from.take(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, i) => (bits[i >> 3]! & (1 << (i & 7))) !== 0);
  },
};

/** A column of which some values are missing. Only those that are there are written. */
export const maybe = <T>(column: Column<T>): Column<T | undefined> => ({
  write(to, values) {
    flags.write(
      to,
      values.map((value) => value !== undefined),
    );
    column.write(
      to,
      values.filter((value): value is T & ({} | null) => value !== undefined),
    );
  },
  read(from, count) {
    const there = flags.read(from, count);
    const values = column.read(from, there.filter(Boolean).length);
    let next = 0;
    return there.map((is) => (is ? values[next++] : undefined));
  },
});
