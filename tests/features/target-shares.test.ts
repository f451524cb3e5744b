import { describe, expect, test } from 'vitest';
import { readCount, readPercent, share } from '#features/targets/shares.ts';
import { proposedFor } from '#features/targets/proposed.ts';
import { planOf, planTargets } from '#model/plan-target.ts';
import type { AllocationWay } from '#model/records/target.ts';

const units = ['18124-01', '18124-02', '18124-03'];
const sharing = (way: AllocationWay, but: { typed?: Record<string, string>; people?: Record<string, number> } = {}) =>
  share({
    way,
    total: 60,
    units,
    populations: new Map(Object.entries(but.people ?? { '18124-01': 300, '18124-02': 200, '18124-03': 100 })),
    typed: but.typed ?? {},
  });
const parts = (shared: ReturnType<typeof share>) =>
  shared.kind === 'shared' ? [...shared.parts.values()] : shared.kind;

test('by population, equally, by hand: each comes to the whole', () => {
  expect(parts(sharing('population'))).toEqual([30, 20, 10]);
  expect(parts(sharing('equal'))).toEqual([20, 20, 20]);
  expect(sharing('hand', { typed: { '18124-01': '25', '18124-02': '25', '18124-03': '10' } })).toMatchObject({
    faults: [],
  });
});

test('a percentage is asked of everybody alike and is not shared out', () => {
  expect(parts(sharing('same'))).toEqual([60, 60, 60]);
});

test('without the population of one village nothing is worked out, and that village is named', () => {
  expect(sharing('population', { people: { '18124-01': 300, '18124-02': 200 } })).toEqual({
    kind: 'population-unknown',
    units: ['18124-03'],
  });
});

test('numbers by hand that do not add up, or are none, are told by name and not handed out', () => {
  const typed = { '18124-01': '25', '18124-02': '25', '18124-03': '8' };
  expect(sharing('hand', { typed })).toMatchObject({
    faults: [{ code: 'parts-do-not-add-up', params: { difference: 2 } }],
  });
  expect(sharing('hand', { typed: { ...typed, '18124-02': 'hai' } })).toEqual({
    kind: 'unreadable',
    units: ['18124-02'],
  });
});

describe('numbers as people type them', () => {
  test.each([
    ['1.200', 1200],
    ['1 000 000', 1_000_000],
    [' 60 ', 60],
    ['0', 0],
    ['12,5', undefined],
    ['1.20', undefined],
    ['-3', undefined],
    ['', undefined],
    ['9999999999', undefined],
  ])('“%s” counts as %s', (typed, count) => {
    expect(readCount(typed)).toBe(count);
  });

  test.each([
    ['92,5', 92.5],
    ['90', 90],
    ['101', undefined],
    ['90%', undefined],
  ])('“%s” is %s percent', (typed, percent) => {
    expect(readPercent(typed)).toBe(percent);
  });
});

test('a plan’s count is proposed to the province it is of, and a country’s or a district’s to nobody', async () => {
  const proposed = async (id: string, level: 'province' | 'commune') => {
    const found = (await planTargets(planOf(id)!)).find((one) => one.id === id);
    return proposedFor(found!, level);
  };
  expect(await proposed('target-hatinh-c-2025-2030-01', 'province')).toBe(1_000_000);
  expect(await proposed('target-hatinh-c-2025-2030-01', 'commune')).toBeUndefined();
  expect(await proposed('target-national-c-2025-2030-01', 'province')).toBeUndefined();
  expect(await proposed('target-district-c-2025-2030-01', 'commune')).toBeUndefined();
});
