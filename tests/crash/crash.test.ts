import { expect, test } from 'vitest';
import { crashAll, sharedOut } from './crash-all.ts';
import { kinds } from './kinds.ts';

test('S1, P3, W1: real processes killed at any moment lose nothing that was acknowledged, and count nothing twice', async () => {
  const tally = await crashAll(kinds, 8, 6, () => {});
  expect(tally).toMatchObject({ kills: 8, lost: 0, doubled: 0 });
  expect(tally.acknowledged).toBeGreaterThan(30);
});

test('kills are shared out among the kinds, together as many as were asked for', () => {
  for (let kills = 0; kills < 20; kills += 1) {
    const shares = sharedOut(kinds, kills);
    expect(shares.reduce((sum, own) => sum + own, 0)).toBe(kills);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  }
});
