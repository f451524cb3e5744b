import { Unreadable } from '#protocol/columns/bytes.ts';
import { isWord, wordList } from '#protocol/columns/choices.ts';
import type { Column } from '#protocol/columns/column.ts';
import { flags } from '#protocol/columns/flags.ts';
import { fits, numbers } from '#protocol/columns/numbers.ts';

/** True for counts by word that a column holds: whole, above 0, under words that are not too long. */
export const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([word, count]) => isWord(word) && fits(count) && count > 0);

/**
 * Counts by word, one column a word that occurs: who has it, then the counts of those who do. Which words occur is a
 * flag each for those both sides know, and a list of the others, sorted, so that the order in which a record's words are
 * read depends on the record alone and never on its neighbours in the batch.
 */
export const counts = (known: readonly string[]): Column<Record<string, number>> => ({
  write(to, values) {
    const records = values.map((value) => new Map(Object.entries(value)));
    const occurring = new Set(records.flatMap((record) => [...record.keys()]));
    const occurs = known.map((word) => occurring.has(word));
    for (const word of known) occurring.delete(word);
    const others = [...occurring];
    others.sort();
    flags.write(to, occurs);
    wordList.write(to, others);
    for (const word of [...known.filter((_, i) => occurs[i]), ...others]) {
      const column = records.map((record) => record.get(word));
      flags.write(
        to,
        column.map((count) => count !== undefined),
      );
      numbers.write(
        to,
        column.filter((count) => count !== undefined),
      );
    }
  },
  read(from, length) {
    const occurs = flags.read(from, known.length);
    const records = Array.from({ length }, (): [string, number][] => []);
    for (const word of [...known.filter((_, i) => occurs[i]), ...wordList.read(from)]) {
      const has = flags.read(from, length);
      const having = records.filter((_, i) => has[i]);
      if (having.length === 0) throw new Unreadable('A word that nobody has');
      const column = numbers.read(from, having.length);
      if (column.includes(0)) throw new Unreadable('A count of 0');
      having.forEach((record, i) => record.push([word, column[i]!]));
    }
    return records.map((record) => Object.fromEntries(record));
  },
});
