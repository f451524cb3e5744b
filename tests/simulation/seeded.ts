import { seededChance } from '../support/likely.ts';

/** Everything that is left to chance in a history, from one seed. */
export type Seeded = {
  /** From 0 up to, not including, 1. */
  chance: () => number;
  /** From 0 up to, not including, `many`. */
  below(many: number): number;
  oneOf<T>(values: readonly T[]): T;
  /** True in `share` of the cases. */
  happens(share: number): boolean;
  weighted<T>(values: readonly (readonly [weight: number, value: T])[]): T;
};

export const seeded = (seed: number): Seeded => {
  const chance = seededChance(seed);
  const below = (many: number) => Math.floor(chance() * many);
  return {
    chance,
    below,
    oneOf: (values) => values[below(values.length)]!,
    happens: (share) => chance() < share,
    weighted: (values) => {
      let left = chance() * values.reduce((sum, [weight]) => sum + weight, 0);
      return (values.find(([weight]) => (left -= weight) < 0) ?? values[values.length - 1]!)[1];
    },
  };
};
