const digits = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];
const ones: Record<string, number> = {
  ...Object.fromEntries(digits.map((word, value) => [word, value])),
  tu: 4,
  lam: 5,
};

const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const teens = ['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'];

const unitsOfAge = ['tuoi', 'year', 'years', 'yr', 'yrs'];
const children = ['be', 'chau', 'tre', 'con', 'em', 'child', 'kid'];
const counters = ['muc', 'level'];

/** The number that ends right before `end`, in digits or in Vietnamese words without marks, and where it starts. */
const numberBefore = (words: readonly string[], end: number): { value: number; start: number } | undefined => {
  const last = words[end - 1] ?? '';
  if (/^\d{1,3}$/.test(last)) return { value: Number(last), start: end - 1 };
  const inEnglish = [...english, ...teens].indexOf(last);
  if (inEnglish > 0) return { value: inEnglish, start: end - 1 };
  const tenAt = last === 'muoi' ? end - 1 : words[end - 2] === 'muoi' && last in ones ? end - 2 : -1;
  if (tenAt >= 0) {
    const tens = digits.indexOf(words[tenAt - 1] ?? '');
    const one = tenAt === end - 1 ? 0 : ones[last]!;
    return tens > 1 ? { value: tens * 10 + one, start: tenAt - 1 } : { value: 10 + one, start: tenAt };
  }
  const digit = digits.indexOf(last);
  return digit > 0 ? { value: digit, start: end - 1 } : undefined;
};

/** The age that is asked about, 'be 10 tuoi' or 'chau muoi tuoi' or 'chau 10', and what else was asked. */
export const ageIn = (typed: readonly string[]): { age: number; rest: string[] } | undefined => {
  // "10t" and "10tuoi", as people type with one thumb.
  const words = typed.flatMap((word) => {
    const [, number] = /^(\d{1,3})t(?:uoi)?$/.exec(word) ?? [];
    return number === undefined ? [word] : [number, 'tuoi'];
  });
  const said = words.findIndex((word) => unitsOfAge.includes(word));
  const number = said > 0 ? numberBefore(words, said) : undefined;
  if (number) {
    // "duoi 6 tuoi" is not six yet.
    const under = words[number.start - 1] === 'duoi';
    const start = under ? number.start - 1 : number.start;
    const rest = words.filter((word, at) => at < start || (at > said && word !== 'old'));
    return { age: under ? number.value - 1 : number.value, rest };
  }
  const bare = words.findIndex(
    (word, at) =>
      /^\d{1,2}$/.test(word) && children.includes(words[at - 1] ?? '') && !counters.includes(words[at - 1]!),
  );
  return bare < 0 ? undefined : { age: Number(words[bare]), rest: words.filter((_, at) => at !== bare) };
};
