import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { simulate } from './history.ts';
import { createWorld } from './world.ts';
import { act } from './people.ts';
import { mustBeAtRest } from './at-rest.ts';

test('the same seed tells the same history', async () => {
  const [once, again] = [await simulate(240), await simulate(240)];
  expect(again).toEqual(once);
  expect(once.operations).toBeGreaterThan(0);
});

/** A quiet world in which the lead's phone has sent a few operations. */
const afterSomeWork = async () => {
  const world = await createWorld(3);
  world.stopFaults();
  const [lead] = world.phones;
  for (let i = 0; i < 8; i++) await act(world, lead!);
  for (let i = 0; i < 2; i++) for (const phone of world.phones) await phone.sync();
  return world;
};

test.each([
  ['lost', 'an operation the province forgot', 'delete from operation where seq = 1'],
  ['lost', 'a roll-up that is too low', "update rollup set total = total - 1 where unit_id = '18124-02'"],
  ['doubled', 'a roll-up that is too high', "update rollup set total = total + 1 where unit_id = '18124'"],
  ['doubled', "a device's sum that is too high", 'update device_total set total = total + 1'],
  ['lost', 'a write to a record that the province forgot', "delete from operation where kind = 'record.write'"],
  ['wrong', 'a record that is kept otherwise than it was written', "update record set state = '{}'"],
  [
    'lost',
    'a refusal without a reason',
    "update operation set number = null, refusal_code = 'name-taken' where seq = 2",
  ],
])('the simulation sees what is %s: %s', async (kind, _, damage) => {
  const world = await afterSomeWork();
  await mustBeAtRest(world);
  await sql.raw(damage).execute(world.province.db);
  await expect(mustBeAtRest(world)).rejects.toMatchObject({ kind });
  await world.end();
});

test('the simulation sees a tick that a phone shows to nobody any more', async () => {
  const world = await afterSomeWork();
  const [lead] = world.phones;
  for (let i = 0; i < 12; i++) await act(world, lead!);
  for (let i = 0; i < 2; i++) for (const phone of world.phones) await phone.sync();
  await mustBeAtRest(world);
  const [row] = await lead!.db.records.toArray();
  const [field, versions] = Object.entries(row!.record.fields)[0]!;
  await lead!.db.records.put({ ...row!, record: { ...row!.record, fields: { [field]: versions.slice(1) } } });
  await expect(mustBeAtRest(world)).rejects.toMatchObject({ kind: 'wrong' });
  await world.end();
});
