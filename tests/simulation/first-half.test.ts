import { expect, test } from 'vitest';
import { firstBroken } from './first-broken.ts';

// Two files run beside each other, the histories of one file one after another.
const parts = Array.from({ length: 20 }, (_, i) => 1 + i * 25);

test.each(parts)('P3, P6, L1, M1, S2: 25 histories with faults, from seed %i', async (from) => {
  expect(await firstBroken(from, 25)).toBeNull();
});
