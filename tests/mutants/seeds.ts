import { expect, test } from 'vitest';
import { allFaults } from '../simulation/faults.ts';
import { firstBroken } from '../simulation/first-broken.ts';

const alone = allFaults.map((_, i) => 1 + i);
const mixed = Array.from({ length: 40 }, (_, i) => 300 + i);

// Mixed ones first: most bugs show there.
test.each([...mixed, ...alone])('the history of seed %i', async (seed) => {
  expect(await firstBroken(seed, 1)).toBeNull();
});
