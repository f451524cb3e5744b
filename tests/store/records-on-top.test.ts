import { expect, test } from 'vitest';
import { valueOf, type EditableRecord } from '#model/record.ts';
import { createMemory } from '#store/memory.ts';
import { recordsOnTop } from '#store/records-on-top.ts';
import { writeRecord } from '#store/write-record.ts';
import { chalkboard } from '../support/chalkboard.ts';
import { hoasPhone, situationOf } from '../support/device.ts';
import { allReceived } from '../support/receipts.ts';

const board = (text: string, by = '9-1'): EditableRecord => ({
  id: '9-1',
  type: 'chalkboard',
  unit: '18124',
  fields: { text: [{ op: by, value: text, at: 1_794_470_000, by: 6, seen: [] }] },
  lists: {},
});

const officersDevice = async () => {
  const phone = await hoasPhone({ situation: situationOf({ role: 'provinceOfficer', unit: '42' }) });
  return { ...phone, memory: createMemory(phone.db, phone.clock), now: Math.floor(phone.clock.now() / 1000) };
};

test('L3: what an officer wrote shows on top of the province’s page until the page itself has it', async () => {
  const { db, clock, memory, now } = await officersDevice();
  const base = board('Họp 19:00');
  await writeRecord(db, clock, chalkboard, '18124', { record: '9-1', set: { text: 'Họp 20:00' }, base });
  const shown = await recordsOnTop(db, 'chalkboard', { at: now, records: [base] });
  expect(shown).toMatchObject([{ id: '9-1', unsettled: 1, steps: [{ seq: 1, where: 'onPhone' }] }]);
  expect(valueOf(shown[0]!.record, 'text')).toBe('Họp 20:00');

  await memory.settle(allReceived(1, 1));
  const received = await recordsOnTop(db, 'chalkboard', { at: now, records: [base] });
  expect(received).toMatchObject([{ unsettled: 0, steps: [{ where: 'received' }] }]);
  expect(valueOf(received[0]!.record, 'text')).toBe('Họp 20:00');

  const later = { ...base, fields: { text: [{ op: '17-1', value: 'Họp 20:00', at: now, by: 5, seen: ['9-1'] }] } };
  expect(await recordsOnTop(db, 'chalkboard', { at: now + 60, records: [later] })).toMatchObject([
    { record: later, steps: [] },
  ]);
});

test('a record made here stands beside the page until a newer page leaves it out', async () => {
  const { db, clock, memory, now } = await officersDevice();
  await writeRecord(db, clock, chalkboard, '42', { set: { text: 'Mới' } });
  const ids = async (at: number) =>
    (await recordsOnTop(db, 'chalkboard', { at, records: [board('Cũ')] })).map(({ id }) => id);
  expect(await ids(now)).toEqual(['9-1', '17-1']);
  await memory.settle({ ...allReceived(1, 1), at: now + 5 });
  expect(await ids(now)).toEqual(['9-1', '17-1']);
  expect(await ids(now + 60)).toEqual(['9-1']);
});
