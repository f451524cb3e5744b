import { withoutMarks } from '#features/without-marks.ts';

/** Words that only ask. Most words without marks are several: "minh", "thi", "dau" and "do" say something as often as not. */
const asking = new Set(['toi', 'cho', 'cua', 'lam', 'o', 'phai', 'muon', 'my', 'for', 'how']);
const askingPairs = new Set(['o dau', 'di dau', 'lam sao', 'the nao', 'nhu the']);

/** As people shorten them on a phone. */
const short: Record<string, string[]> = { dk: ['dang', 'ki'], ko: ['khong'] };
const levels: Record<string, string> = { mot: '1', hai: '2', one: '1', two: '2' };

/** A word as it is compared: without marks, and with one letter where Vietnamese writes either "i" or "y". */
const compared = (word: string): string => withoutMarks(word).replace(/^([hklmst])y$/, '$1i');

export const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(compared);

/** What somebody typed, word by word: short forms written out, and a level as "muc 2" however it was said. */
export const wordsTyped = (query: string): string[] => {
  const words = wordsOf(query).flatMap((word) => short[word] ?? [word]);
  const plain = words.filter((word, at) => word !== 'do' || words[at - 1] !== 'muc');
  return plain.map((word, at) => (/^(muc|level)$/.test(plain[at - 1] ?? '') ? (levels[word] ?? word) : word));
};

/** What is asked about: without the words that only ask, unless there are no others. */
export const askedAbout = (words: readonly string[]): string[] => {
  const pair = (at: number) => askingPairs.has(`${words[at]} ${words[at + 1]}`);
  const left = words.filter((word, at) => !asking.has(word) && !pair(at) && !pair(at - 1));
  return left.length > 0 ? left : [...words];
};
