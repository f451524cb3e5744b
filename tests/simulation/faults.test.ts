import { expect, test } from 'vitest';
import { allFaults, faultsOf, seedsToMeetAll, type Fault } from './faults.ts';
import { simulate } from './history.ts';

const thousand = Array.from({ length: seedsToMeetAll }, (_, i) => faultsOf(1 + i));
const together = (faults: Fault[]) => [...faults].sort().join(' and ');

test('a thousand histories meet every fault alone', () => {
  const alone = thousand.filter(({ length }) => length === 1).map(together);
  expect(alone.sort()).toEqual([...allFaults].sort());
});

test('a thousand histories meet every two faults together, and nothing else but those', () => {
  const pairs = allFaults.flatMap((one) => allFaults.filter((other) => one < other).map((other) => [one, other]));
  const met = new Set(thousand.filter(({ length }) => length === 2).map(together));
  expect(met.size).toBe((allFaults.length * (allFaults.length - 1)) / 2);
  for (const pair of pairs) expect(met).toContain(together(pair));
});

test('the other histories mix three faults and more, each of them in many ways', () => {
  const mixed = thousand.filter(({ length }) => length > 2);
  expect(mixed.length).toBeGreaterThan(700);
  for (const fault of allFaults) expect(mixed.filter((faults) => faults.includes(fault)).length).toBeGreaterThan(200);
});

test.each(allFaults)('%s really happens when it is planned', async (fault) => {
  const { met, violation } = await simulate(1 + allFaults.indexOf(fault));
  expect(violation).toBeNull();
  expect(met.get(fault)).toBeGreaterThan(0);
  expect([...met.keys()]).toEqual([fault]);
});
