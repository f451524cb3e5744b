import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { acceptBatch } from '#server/storage/ledger.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { someone } from '../support/people.ts';
import { someOfHaTinh, thatEvening } from '../support/province.ts';
import { write } from '../support/record-writes.ts';
import { slate } from '../support/slate.ts';
import { mustBeSound } from '../support/sound.ts';

test.each(databases)(
  'on $name, a province from before there were editable records goes on, and takes them in',
  async ({ bare }) => {
    const db = await bare();
    await migrate(db, '2026-11-21-trust');
    await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
    await sql`insert into person (name, role, unit_id, created_at) values ('Hoà', 'villageMember', '18124-02', 1)`.execute(
      db,
    );
    await sql`insert into device (person_id, token_hash, created_at, last_seen_at, reported_waiting, highest_seq)
    values (1, 'h', 1, 2, 0, 1)`.execute(db);
    await sql`insert into commune_head (commune_id, head) values ('18124', 1)`.execute(db);
    await sql`insert into operation (device, seq, commune_id, number, unit_id, person_id, at, received_at, kind, body)
    values (1, 1, '18124', 1, '18124-02', 1, 5, 6, 'some.kind', '{}')`.execute(db);

    await migrate(db);
    expect(await db.selectFrom('operation').select(['device', 'seq', 'number']).execute()).toEqual([
      { device: 1, seq: 1, number: 1 },
    ]);
    const operation = write(
      { type: 'slate', record: 'slate:18124-02:2026-11', set: { done: true } },
      { device: 1, seq: 2 },
    );
    const province = { db, clock: { now: () => thatEvening }, recordTypes: [slate] };
    const hoa = {
      person: someone('villageMember', { id: 1 }),
      device: 1,
      path: '42/18124/18124-02/',
      province: '42',
      commune: '18124',
    };
    const receipt = await acceptBatch(province, hoa, { version: 1, device: 1, waiting: 1, operations: [operation] });
    expect(receipt.accepted).toEqual([[2, 2, 1]]);
    await mustBeSound(db);
    await db.destroy();
  },
);
