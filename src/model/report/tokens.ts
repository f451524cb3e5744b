import { measures } from '#model/indicator.ts';
import { momentOf, type Fix, type ReportFacts } from '#model/report/facts.ts';
import { dayInFigures, filled, inSentence, levelSaid, reportWords } from '#model/report/words.ts';

/**
 * A figure within a sentence, as people type it: '{{TT_BUOI}}' of the period, '{{TT_BUOI.truoc}}' of the period before,
 * '{{TT_BUOI.nam}}' from the start of the year; and others that the report counts by itself, '{{DON_VI}}'.
 */
export type Token = string;

/** A sentence taken apart. A figure follows the book until the month is closed; `fixed` where an officer put another in its place. */
export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'figure'; token: Token; text: string; fixed: boolean }
  | { kind: 'unknown'; token: Token; text: string };

const written = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;

/** What a token stands for now, in the words of a sentence; undefined for one there is none of. */
export const valueOfToken = (token: Token, facts: ReportFacts): string | undefined => {
  const [name = '', of, ...rest] = token.split('.');
  if (rest.length > 0) return undefined;
  if (measures.includes(name)) {
    const sums =
      of === undefined ? facts.totals : of === 'truoc' ? facts.before : of === 'nam' ? facts.year : undefined;
    return sums && inSentence(sums[name] ?? 0);
  }
  return of === undefined && Object.prototype.hasOwnProperty.call(counted, name) ? counted[name]!(facts) : undefined;
};

const tasksThat = ({ tasks }: ReportFacts, states: readonly string[]): string =>
  inSentence(tasks.filter(({ state }) => states.includes(state)).length);

const counted: Record<string, (facts: ReportFacts) => string> = {
  DON_VI: ({ unit, rows }) =>
    filled(unit.level === 'province' ? reportWords.below.province.counted : reportWords.below.commune.counted, {
      some: rows.filter(({ reported }) => reported).length,
      all: rows.length,
    }),
  TINH_DEN: ({ at }) => {
    const { hour, minute, day } = momentOf(at);
    return filled(reportWords.words.asOf, {
      time: filled(reportWords.words.time, { hour, minute }),
      day: dayInFigures(day),
    });
  },
  CAP: ({ unit }) => levelSaid(unit),
  SO_TO: ({ teams }) => inSentence(teams),
  NV_TONG: ({ tasks }) => inSentence(tasks.length),
  NV_XONG: (facts) => tasksThat(facts, ['done']),
  NV_DANG: (facts) => tasksThat(facts, ['doing', 'steady']),
  NV_TRE: (facts) => tasksThat(facts, ['late']),
  VM_TONG: ({ obstacles }) => inSentence(obstacles.reduce((sum, { count }) => sum + count, 0)),
  VM_MO: ({ obstacles }) => inSentence(obstacles.reduce((sum, { open }) => sum + open, 0)),
};

/** The tokens that are no measures, in the order in which they are offered. */
export const countedTokens: readonly Token[] = Object.keys(counted);

/** A sentence with its figures put in. Nothing in it is lost: a token that there is none of stays as it was typed. */
export const readSentence = (
  text: string,
  facts: ReportFacts,
  fixes: Readonly<Record<Token, Fix | undefined>> = {},
): Part[] => {
  const parts: Part[] = [];
  let from = 0;
  const words = (to: number) => {
    if (to > from) parts.push({ kind: 'words', text: text.slice(from, to) });
  };
  for (const found of text.matchAll(written)) {
    words(found.index);
    const token = found[1]!;
    const fix = fixes[token];
    const value = valueOfToken(token, facts);
    if (value === undefined) parts.push({ kind: 'unknown', token, text: found[0] });
    else parts.push({ kind: 'figure', token, text: fix ? inSentence(fix.value) : value, fixed: fix !== undefined });
    from = found.index + found[0].length;
  }
  words(text.length);
  return parts;
};

/** The tokens that stand in a text, each once. */
export const tokensIn = (text: string): Token[] => [...new Set([...text.matchAll(written)].map(([, token]) => token!))];

export const sentenceOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
