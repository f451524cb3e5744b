import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { classBreaks, classOf } from '#model/class-breaks.ts';

const counts = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 120 });
const rates = fc.array(
  fc.integer({ min: 0, max: 9000 }).map((tenth) => tenth / 10),
  { maxLength: 120 },
);

test('every value is in one class, no class is empty, and none is more than asked for', () => {
  const cases = fc.oneof(
    counts.map((values) => ({ values, grain: 1 })),
    rates.map((values) => ({ values, grain: 0.1 })),
  );
  fc.assert(
    fc.property(cases, fc.integer({ min: 2, max: 7 }), ({ values, grain }, most) => {
      const edges = classBreaks(values, { most, grain });
      expect(edges.length).toBeLessThan(most);
      expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
      const met = new Set(values.map((value) => classOf(value, edges)));
      expect(met.size).toBe(values.length > 0 ? edges.length + 1 : 0);
      for (const edge of edges) expect(edge * (1 / grain)).toBeCloseTo(Math.round(edge / grain), 6);
    }),
  );
});

test('classes hold about equally many, cut at numbers that can be read aloud', () => {
  const values = Array.from({ length: 100 }, (_, at) => at * 13);
  expect(classBreaks(values)).toEqual([260, 520, 780, 1000]);
  expect(classBreaks([2.8, 3.1, 4.4, 4.6, 6.2, 7, 8.3, 9.9, 12, 1.2], { grain: 0.1 })).toEqual([3.1, 4.6, 7, 9.9]);
});

test('of values that are all alike, or of none, there is one class', () => {
  for (const values of [[], [0, 0, 0], [7, 7, 7]]) expect(classBreaks(values)).toEqual([]);
  expect(classBreaks([0, 0, 0, 0, 9])).toEqual([9]);
});
