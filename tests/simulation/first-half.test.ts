import { expect, test } from 'vitest';
import { firstBroken } from './first-broken.ts';

const from = 1;

// Two files run beside each other, the histories of one file one after another.
test.each([0, 26, 52, 78, 104])(
  `P3, P6, L1, M1, S2: 26 histories with faults, from seed ${from} + %i`,
  async (more) => {
    expect(await firstBroken(from + more, 26)).toBeNull();
  },
);
