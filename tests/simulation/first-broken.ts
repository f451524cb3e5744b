import { simulate } from './history.ts';

/** The first of `many` histories that breaks a promise, with its steps; null when none does. */
export const firstBroken = async (from: number, many: number): Promise<string | null> => {
  for (let seed = from; seed < from + many; seed++) {
    const { violation, steps, faults } = await simulate(seed);
    if (violation)
      return [`Seed ${seed} (${faults.join()}): ${violation.kind}: ${violation.message}`, ...steps].join('\n');
  }
  return null;
};
