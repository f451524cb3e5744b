import { expect, test } from 'vitest';
import { checkPin, dropPin, hasPin, setPin } from '#store/pin.ts';
import { clockAt } from '../support/clock.ts';
import { newHandbook } from '../support/device.ts';

test('a PIN is known again, and is not on the disk', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  await setPin(db, '2468');
  expect(await checkPin(db, clock, '2468')).toEqual({ kind: 'right' });
  expect(await checkPin(db, clock, '2469')).toEqual({ kind: 'wrong', waitUntil: 0 });
  const row = await db.notebook.get('pin');
  expect(row).toMatchObject({ rounds: 310_000 });
  expect(JSON.stringify(row)).not.toContain('2468');
});

test('after five misses each next try has to wait, longer every time, also after a restart', async () => {
  const [first, clock] = [newHandbook(), clockAt()];
  await setPin(first, '135790');
  for (let i = 0; i < 4; i++) expect(await checkPin(first, clock, '000000')).toEqual({ kind: 'wrong', waitUntil: 0 });
  expect(await checkPin(first, clock, '000000')).toEqual({ kind: 'wrong', waitUntil: clock.now() + 30_000 });
  first.close();
  const db = newHandbook(first.name);
  // Also the right one: during the wait nothing is tried.
  expect(await checkPin(db, clock, '135790')).toEqual({ kind: 'wrong', waitUntil: clock.now() + 30_000 });
  clock.pass(30_000);
  expect(await checkPin(db, clock, '000000')).toEqual({ kind: 'wrong', waitUntil: clock.now() + 60_000 });
  clock.pass(60_000);
  expect(await checkPin(db, clock, '135790')).toEqual({ kind: 'right' });
  expect(await checkPin(db, clock, '000000')).toEqual({ kind: 'wrong', waitUntil: 0 });
});

test('M3: a clock set back by a month locks nobody out for a month', async () => {
  const [db, clock] = [newHandbook(), clockAt()];
  await setPin(db, '2468');
  for (let i = 0; i < 5; i++) await checkPin(db, clock, '0000');
  clock.pass(-30 * 24 * 3600 * 1000);
  const told = await checkPin(db, clock, '2468');
  expect(told).toEqual({ kind: 'wrong', waitUntil: clock.now() + 3600 * 1000 });
});

test('a PIN is four to six digits, and may be dropped', async () => {
  const db = newHandbook();
  for (const wrong of ['123', '1234567', 'abcd', '']) await expect(setPin(db, wrong)).rejects.toThrow(RangeError);
  await setPin(db, '1234');
  expect(await hasPin(db)).toBe(true);
  await dropPin(db);
  expect(await hasPin(db)).toBe(false);
});
