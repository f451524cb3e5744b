import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSmall, sumOfCommunes } from '#model/small-cells.ts';

test('without a small number the sum is exact', () => {
  expect(sumOfCommunes([0, 5, 12])).toEqual({ total: 17, rounded: false });
  expect(sumOfCommunes([])).toEqual({ total: 0, rounded: false });
});

test('with a small one it is rounded to tens', () => {
  expect(sumOfCommunes([3, 100])).toEqual({ total: 100, rounded: true });
  expect(sumOfCommunes([2])).toEqual({ total: 0, rounded: true });
});

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 300 })), {
  minLength: 1,
  maxLength: 30,
});

test('whatever is shown, at least four sums of the hidden numbers could be behind it, and it is never far off', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const small = all.filter(isSmall).length;
      fc.pre(small > 0);
      const { total } = sumOfCommunes(all);
      const shown = all.filter((count) => !isSmall(count));
      // Every sum there can be behind the hidden ones, as numbers from 1 to 4 that come to it.
      const possible = Array.from({ length: 3 * small + 1 }, (_, more) => {
        const hidden = Array.from({ length: small }, (__, i) => 1 + Math.min(3, Math.max(0, more - 3 * i)));
        return sumOfCommunes([...shown, ...hidden]).total;
      });
      expect(possible.filter((one) => one === total).length).toBeGreaterThanOrEqual(4);
      const exact = all.reduce((sum, count) => sum + count, 0);
      expect(Math.abs(total - exact)).toBeLessThanOrEqual(10);
    }),
    { numRuns: 2000 },
  );
});
