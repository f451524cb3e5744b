import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paceOf, proposalOf, signs, signsOf, type Mark, type MeritFacts, type Signs } from '#model/merit.ts';

const facts = (but: Partial<MeritFacts> = {}): MeritFacts => ({
  unit: '18124-01',
  daysLate: 0,
  pace: 1,
  complete: 1,
  mended: false,
  ...but,
});
const proposed = (but: Partial<MeritFacts>) => proposalOf(signsOf(facts(but)));

test('in time, up to pace and complete is proposed for praise; late and behind for correction', () => {
  expect(proposed({})).toBe('praise');
  expect(proposed({ pace: null })).toBe('praise');
  expect(proposed({ daysLate: 5, pace: 0.3 })).toBe('correction');
  expect(proposed({ daysLate: 5, pace: null, complete: 0 })).toBe('correction');
});

test('a little late, or figures that had to be mended, neither help nor hurt', () => {
  expect(signsOf(facts({ daysLate: 2, pace: 0.8, complete: 0.9 }))).toEqual({
    onTime: 'neither',
    pace: 'neither',
    quality: 'neither',
  });
  expect(signsOf(facts({ mended: true })).quality).toBe('neither');
  expect(proposed({ daysLate: 1, pace: 0.8 })).toBe('none');
});

test('one bad sign stands in the way of praise, and alone leads to nothing', () => {
  expect(proposed({ daysLate: 9 })).toBe('none');
  expect(proposed({ pace: 0 })).toBe('none');
  expect(proposed({ complete: 0 })).toBe('none');
});

test('never from a single number: what is proposed is what at least two of three say', () => {
  const mark = fc.constantFrom<Mark>('good', 'bad', 'neither', 'unknown');
  const all: fc.Arbitrary<Signs> = fc.record({ onTime: mark, pace: mark, quality: mark });
  const byCounting = fc.property(all, (said) => {
    const many = (one: Mark) => signs.filter((sign) => said[sign] === one).length;
    const praised = many('good') >= 2 && many('bad') === 0;
    return proposalOf(said) === (many('bad') >= 2 ? 'correction' : praised ? 'praise' : 'none');
  });
  expect(fc.check(byCounting)).toMatchObject({ failed: false });
});

test('doing better never takes praise away nor brings correction on', () => {
  const worth = { correction: 0, none: 1, praise: 2 };
  const some = fc.record({
    daysLate: fc.option(fc.integer({ min: -5, max: 30 })),
    pace: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
    complete: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(some, fc.nat(10), fc.double({ min: 0, max: 1, noNaN: true }), (now, earlier, more) => {
      const better = {
        daysLate: now.daysLate === null ? null : now.daysLate - earlier,
        pace: now.pace === null ? null : now.pace + more,
        complete: now.complete === null ? null : Math.min(1, now.complete + more),
      };
      expect(worth[proposed(better)]).toBeGreaterThanOrEqual(worth[proposed(now)]);
    }),
  );
});

test('pace over several targets: one passed ten times over hides no other', () => {
  expect(paceOf([])).toBeNull();
  expect(paceOf([{ wanted: 0, reached: 5 }])).toBeNull();
  expect(
    paceOf([
      { wanted: 10, reached: 100 },
      { wanted: 10, reached: 0 },
    ]),
  ).toBe(0.5);
});
