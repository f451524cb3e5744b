import { expect, test } from 'vitest';
import { firstBroken } from './first-broken.ts';

// Files run beside each other, histories of one file one after another.
test.each([0, 25, 50, 75])('P3, P6, L1, M1, S2: 25 histories of several phones, from seed 101 + %i', async (more) => {
  expect(await firstBroken(101 + more, 25)).toBeNull();
});
