import { expect, test, vi } from 'vitest';
import { teamTotals } from '#store/journal.ts';
import { askToSend } from '#store/link.ts';
import { createMemory } from '#store/memory.ts';
import { reasonsToSync, unsentCount } from '#store/reasons-to-sync.ts';
import { recordHelp } from '#store/record-help.ts';
import { watch } from '#store/watch.ts';
import { wantView } from '#store/views.ts';
import { hoasPhone, newHandbook } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { allReceived } from '../support/receipts.ts';

test('what is saved in one tab is heard in the other, once, and counted down when it is received', async () => {
  const { db, clock } = await hoasPhone();
  const otherTab = newHandbook(db.name);
  const heard: number[] = [];
  const stop = watch(
    () => unsentCount(otherTab),
    (count) => heard.push(count),
  );
  await vi.waitFor(() => expect(heard).toEqual([0]));
  await recordHelp(db, clock, eveningInThon2());
  await vi.waitFor(() => expect(heard).toEqual([0, 1]));
  await createMemory(db, clock).settle(allReceived(1, 1));
  await vi.waitFor(() => expect(heard).toEqual([0, 1, 0]));
  stop();
  await recordHelp(db, clock, eveningInThon2());
  expect(heard).toHaveLength(3);
});

test('what is read behind several awaits is heard of too', async () => {
  const { db, clock } = await hoasPhone();
  const installs = async () => (await teamTotals(db, '2026-11'))['VNEID_CAI'] ?? 0;
  const heard: number[] = [];
  const stop = watch(
    () => installs(),
    (count) => heard.push(count),
  );
  await vi.waitFor(() => expect(heard).toEqual([0]));
  await recordHelp(db, clock, eveningInThon2());
  await vi.waitFor(() => expect(heard).toEqual([0, 6]));
  stop();
});

test('reasons to sync: a save, a wish to send, a page opened; not what sync itself writes down', async () => {
  const { db, clock } = await hoasPhone();
  const memory = createMemory(db, clock);
  const reasons = async (deed: () => Promise<unknown>) => {
    const before = await reasonsToSync(db);
    await deed();
    return (await reasonsToSync(db)) !== before;
  };
  expect(await reasons(() => recordHelp(db, clock, eveningInThon2()))).toBe(true);
  expect(await reasons(() => askToSend(db, clock))).toBe(true);
  expect(await reasons(() => wantView(db, clock, '/api/figures'))).toBe(true);
  expect(await reasons(() => memory.note({ kind: 'trying', at: 1 }))).toBe(false);
  expect(await reasons(() => memory.note({ kind: 'unreachable', at: 2, nextTryAt: 3 }))).toBe(false);
  expect(await reasons(() => memory.settle(allReceived(1, 1)))).toBe(false);
  clock.pass(1000);
  expect(await reasons(() => wantView(db, clock, '/api/figures'))).toBe(false);
});
