/** A promise that a history broke. */
export class Violation extends Error {
  readonly kind: 'lost' | 'doubled' | 'stuck' | 'wrong';

  constructor(kind: Violation['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Throws the violation unless `holds`. */
export function must(holds: boolean, kind: Violation['kind'], message: () => string): asserts holds {
  if (!holds) throw new Violation(kind, message());
}

/** JSON with sorted keys: equal for equal values. */
export const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const known = new WeakMap<object, string>();

/** The same of a value that nobody changes any more, worked out once. */
export const plainOf = (value: object): string => {
  const said = known.get(value) ?? plain(value);
  known.set(value, said);
  return said;
};
