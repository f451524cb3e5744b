import { Unreadable, type ByteReader, type ByteWriter } from '#protocol/columns/bytes.ts';
import type { Column } from '#protocol/columns/column.ts';
import { numbers } from '#protocol/columns/numbers.ts';
import { isText, texts } from '#protocol/columns/texts.ts';

/** A word stands once in a batch and is meant by many records, so that a long one would swell when it is unpacked. */
export const longestWord = 100;
export const isWord = (value: unknown): value is string => isText(value) && value.length <= longestWord;

/** A few values again and again: each is spelled once, in the order of appearance, after those both sides know. */
export const choices = <T>(spelled: Column<T>, known: readonly T[] = []): Column<T> => {
  const knownAt = new Map(known.map((value, index) => [value, index]));
  return {
    write(to, values) {
      const at = new Map(knownAt);
      for (const value of values) if (!at.has(value)) at.set(value, at.size);
      writeList(to, spelled, [...at.keys()].slice(known.length));
      numbers.write(
        to,
        values.map((value) => at.get(value)!),
      );
    },
    read(from, count) {
      const all = [...known, ...readList(from, spelled)];
      return numbers.read(from, count).map((index) => {
        if (index >= all.length) throw new Unreadable('A value that was never spelled');
        return all[index]!;
      });
    },
  };
};

/** Texts of at most `longestWord` letters. */
const spelledWords: Column<string> = {
  write(to, values) {
    for (const value of values) if (!isWord(value)) throw new RangeError('A word too long, or no text');
    texts.write(to, values);
  },
  read(from, count) {
    const values = texts.read(from, count);
    if (!values.every(isWord)) throw new Unreadable('A word is too long');
    return values;
  },
};

export const words = (known: readonly string[] = []): Column<string> => choices(spelledWords, known);

const mostSpelled = 10_000;
/** How many, then the values. */
const writeList = <T>(to: ByteWriter, column: Column<T>, values: readonly T[]): void => {
  if (values.length > mostSpelled) throw new RangeError('Too many words');
  numbers.write(to, [values.length]);
  if (values.length > 0) column.write(to, values);
};

const readList = <T>(from: ByteReader, column: Column<T>): T[] => {
  const [length] = numbers.read(from, 1) as [number];
  if (length > mostSpelled) throw new Unreadable('A list is too long');
  return length > 0 ? column.read(from, length) : [];
};

export const wordList = {
  write: (to: ByteWriter, values: readonly string[]): void => writeList(to, spelledWords, values),
  read: (from: ByteReader): string[] => readList(from, spelledWords),
};
