import { ageIn } from '#features/guide/age.ts';
import type { Card } from '#features/guide/cards.ts';
import { askedAbout, wordsOf, wordsTyped } from '#features/guide/words-asked.ts';

/** Words that have to stand side by side: ['can'], ['muc', '2']. Without marks. */
export type Phrase = string[];

/** `whole`: each card holds everything that was asked for; otherwise they are those that come nearest. */
export type Found = { cards: Card[]; whole: boolean; phrases: Phrase[] };

/** A number belongs to the word before it: "muc 2" is not any 2. */
const phrasesOf = (words: readonly string[]): Phrase[] => {
  const phrases: Phrase[] = [];
  for (const word of words) {
    const before = phrases[phrases.length - 1];
    if (/^\d+$/.test(word) && before && !/^\d+$/.test(before[before.length - 1]!)) before.push(word);
    else phrases.push([word]);
  }
  return phrases;
};

/** A word counts from its third letter on, before that only whole: "be" is not "ben". */
const startsAs = (word: string, asked: string): boolean =>
  word === asked || (asked.length > 2 && !/^\d/.test(asked) && word.startsWith(asked));

/** Where a phrase stands in words. */
const placesOf = (words: readonly string[], phrase: Phrase): number[] =>
  words.flatMap((_, at) => (phrase.every((asked, i) => startsAs(words[at + i] ?? '', asked)) ? [at] : []));

const worth = { title: 12, words: 6, summary: 4, body: 1 } as const;
const parted = Object.keys(worth) as (keyof typeof worth)[];

/** `exact`: of what is held, as many as are whole words, since "con" is a child before it is the beginning of "cong". */
type Score = { card: Card; held: number; exact: number; worth: number; aged: boolean };

const scoreOf = (card: Card, phrases: readonly Phrase[], age: number | undefined): Score => {
  const parts = {
    title: wordsOf(card.title),
    words: wordsOf(card.words),
    summary: wordsOf(card.summary),
    body: wordsOf([...card.steps, ...card.notes].join(' ')),
  };
  let held = 0;
  let exact = 0;
  let sum = 0;
  for (const phrase of phrases) {
    const best = parted.find((part) => placesOf(parts[part], phrase).length > 0);
    if (!best) continue;
    held += 1;
    sum += worth[best];
    if (parted.some((part) => phrase.every((asked) => parts[part].includes(asked)))) exact += 1;
  }
  // Words that belong together are worth more than the same words here and there.
  const run = phrases.flat();
  if (phrases.length > 1)
    sum += Math.max(...parted.map((part) => (placesOf(parts[part], run).length > 0 ? worth[part] : 0)));
  const [from, to] = card.ages ?? [1, 0];
  const aged = age !== undefined && from <= age && age <= to;
  if (aged) {
    held += 1;
    // The narrower the ages a card is about, the more it is about this one.
    sum += 30 - Math.min(20, (to - from) / 6);
  }
  return { card, held, exact, worth: sum, aged };
};

/** Cards that answer what was typed, in a hurry and without marks; the likeliest first. */
export const searchCards = (cards: readonly Card[], query: string): Found => {
  const words = wordsTyped(query);
  const aged = ageIn(words);
  const rest = aged ? aged.rest : words;
  // An age says enough by itself; what only asks beside it is no demand.
  const phrases = phrasesOf(rest.length > 0 ? askedAbout(rest) : []);
  const asked = phrases.length + (aged ? 1 : 0);
  if (asked === 0) return { cards: [...cards], whole: true, phrases };
  const scores = cards.map((card) => scoreOf(card, phrases, aged?.age)).filter(({ held }) => held > 0);
  const whole = scores.filter(({ held }) => held === asked);
  const near = scores.filter((score) => score.aged || score.held * 2 > asked);
  const shown = whole.length > 0 ? whole : near;
  shown.sort((one, other) => other.held - one.held || other.exact - one.exact || other.worth - one.worth);
  return { cards: shown.map(({ card }) => card), whole: whole.length > 0, phrases };
};

export type Piece = { text: string; hit: boolean };

/** A text in pieces, those marked that were asked for; neighbours are marked together. */
export const marked = (text: string, phrases: readonly Phrase[]): Piece[] => {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: wordsOf(match[0])[0]!,
  }));
  const words = found.map(({ word }) => word);
  const hit = new Set(
    phrases.flatMap((phrase) => placesOf(words, phrase).flatMap((at) => phrase.map((_, i) => at + i))),
  );
  const pieces: Piece[] = [];
  let done = 0;
  found.forEach(({ from, to }, at) => {
    if (!hit.has(at)) return;
    const last = pieces[pieces.length - 1];
    const between = text.slice(done, from);
    if (last?.hit && between.trim() === '') last.text += between + text.slice(from, to);
    else {
      if (between) pieces.push({ text: between, hit: false });
      pieces.push({ text: text.slice(from, to), hit: true });
    }
    done = to;
  });
  return done < text.length ? [...pieces, { text: text.slice(done), hit: false }] : pieces;
};
