import { expect, test } from 'vitest';
import { createMemory } from '#store/memory.ts';
import { link } from '#store/link.ts';
import { unsettledCount } from '#store/outbox.ts';
import { recordHelp } from '#store/record-help.ts';
import { createSync } from '#sync/engine.ts';
import { turningClock } from '../support/clock.ts';
import { hoasPhone } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { tabLock } from '../support/lock.ts';

const unasked = () => expect.unreachable('The province was asked');

test('P6: a phone whose storage fails under sync says so, blames no network, and goes on trying', async () => {
  const { db } = await hoasPhone();
  const clock = turningClock();
  await recordHelp(db, clock, eveningInThon2());
  const memory = createMemory(db, clock);
  let tries = 0;
  const sync = createSync({
    memory: { ...memory, waiting: () => (tries++, Promise.reject(new DOMException('Disk I/O', 'UnknownError'))) },
    province: { push: unasked, pull: unasked, view: unasked, deliver: unasked, registerKey: unasked },
    clock,
    lock: tabLock(),
    chance: () => 0,
  });
  sync.start();
  await sync.idle();
  expect(await link(db)).toMatchObject({ trouble: { kind: 'phone' }, nextTryAt: expect.any(Number) });
  clock.pass(5 * 60_000);
  await expect.poll(() => tries).toBeGreaterThan(1);
  expect(await unsettledCount(db)).toBe(1);
  await sync.stop();
});
