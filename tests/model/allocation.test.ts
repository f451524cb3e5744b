import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, allocateEqually, examineParts } from '#model/allocation.ts';

const total = fc.integer({ min: 0, max: 100_000_000 });
const population = fc.integer({ min: 0, max: 2_000_000 });
const populations = fc.array(population, { minLength: 1, maxLength: 120 }).filter((all) => all.some((one) => one > 0));
const sum = (parts: readonly number[]) => parts.reduce((so, part) => so + part, 0);

test('a number shared out by population adds up to it exactly, whatever the number and the populations', () => {
  fc.assert(
    fc.property(total, populations, (number, people) => {
      const parts = allocate(number, people)!;
      expect(parts).toHaveLength(people.length);
      expect(sum(parts)).toBe(number);
      expect(examineParts(number, parts)).toEqual([]);
    }),
  );
});

test('nobody is given more than one above or below what their population says', () => {
  fc.assert(
    fc.property(total, populations, (number, people) => {
      const parts = allocate(number, people)!;
      const everybody = BigInt(sum(people));
      parts.forEach((part, at) => {
        const exact = BigInt(number) * BigInt(people[at]!);
        expect(part >= Number(exact / everybody)).toBe(true);
        expect(BigInt(part) * everybody < exact + everybody).toBe(true);
      });
    }),
  );
});

test('a unit with more people never gets less, and one without people gets nothing', () => {
  fc.assert(
    fc.property(total, populations, (number, people) => {
      const parts = allocate(number, people)!;
      const pairs = people.flatMap((one, at) => people.map((other, to) => ({ one, at, other, to })));
      expect(pairs.filter(({ one, at, other, to }) => one > other && parts[at]! < parts[to]!)).toEqual([]);
      expect(parts.filter((_part, at) => people[at] === 0).every((part) => part === 0)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('equal shares differ by one at most, and the first get the ones that are left', () => {
  expect(allocateEqually(60, 14)).toEqual([5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
  fc.assert(
    fc.property(total, fc.integer({ min: 1, max: 200 }), (number, among) => {
      const parts = allocateEqually(number, among);
      expect(sum(parts)).toBe(number);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      expect([...parts].sort((a, b) => b - a)).toEqual(parts);
    }),
  );
});

test('one million accounts over three communes is no more and no less than one million', () => {
  expect(allocate(1_000_000, [15_021, 8_340, 6_110])).toEqual([509_688, 282_990, 207_322]);
});

test('where nobody’s population is known there is nothing to share out by, and nobody to share among', () => {
  expect(allocate(60, [0, 0])).toBeUndefined();
  expect(allocate(60, [])).toBeUndefined();
  expect(allocateEqually(60, 0)).toEqual([]);
});

test.each([
  ['too little', [20, 20, 18], { sum: 58, total: 60, difference: 2 }],
  ['too much', [20, 20, 25], { sum: 65, total: 60, difference: 5 }],
  ['nothing', [], { sum: 0, total: 60, difference: 60 }],
])('parts by hand that are %s are not handed out, and it is said by how much', (_how, parts, params) => {
  expect(examineParts(60, parts)).toEqual([{ code: 'parts-do-not-add-up', weight: 'refuse', field: 'parts', params }]);
});
