import { Unreadable } from '#protocol/columns/bytes.ts';
import type { Column } from '#protocol/columns/column.ts';
import { numbers } from '#protocol/columns/numbers.ts';

const toUtf8 = new TextEncoder();
// ignoreBOM: a text that starts with U+FEFF keeps it.
const fromUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** True for text that UTF-8 can say: without half characters. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !/\p{Surrogate}/u.test(value);

/** Texts in UTF-8: all lengths, then all letters. */
export const texts: Column<string> = {
  write(to, values) {
    const encoded = values.map((value) => toUtf8.encode(value));
    numbers.write(
      to,
      encoded.map((bytes) => bytes.length),
    );
    for (const bytes of encoded) to.take(bytes.length).set(bytes);
  },
  read(from, count) {
    return numbers.read(from, count).map((length) => {
      try {
        return fromUtf8.decode(from.take(length));
      } catch {
        throw new Unreadable('A text is not UTF-8');
      }
    });
  },
};
