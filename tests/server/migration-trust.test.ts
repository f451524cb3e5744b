import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { PublicKey } from '#protocol/public-key.ts';
import { readAs } from '#protocol/read.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { lastMigration } from '#server/storage/last-migration.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openingKeys, sealingKey } from '#server/storage/province-key.ts';
import { addUnits } from '#server/storage/units.ts';
import { databases } from '../support/databases.ts';
import { someOfHaTinh } from '../support/province.ts';

describe.each(databases)('on $name, a province from before there were keys', ({ bare }) => {
  let db: ProvinceDatabase;
  beforeEach(async () => {
    db = await bare();
    await migrate(db, '2026-11-21-ledger');
    await db.transaction().execute((tx) => addUnits(tx, someOfHaTinh));
    await sql`insert into person (name, role, unit_id, created_at, disabled_at)
      values ('Hoà', 'villageMember', '18124-02', 1, 5)`.execute(db);
    await sql`insert into device (person_id, token_hash, created_at, last_seen_at, reported_waiting, highest_seq, revoked_at)
      values (1, 'h', 1, 2, 3, 4, 6)`.execute(db);
  });
  afterEach(() => db.destroy());

  test('keeps its people and devices as they were, and gets a key pair of its own', async () => {
    expect(await migrate(db, '2026-11-21-trust')).toEqual(['2026-11-21-trust']);
    expect(await db.selectFrom('device').selectAll().execute()).toMatchObject([
      { number: 1, person_id: 1, token_hash: 'h', highest_seq: 4, revoked_by: null, signing_key: null },
    ]);
    expect(await db.selectFrom('person').selectAll().execute()).toMatchObject([{ name: 'Hoà', disabled_by: null }]);
    expect(await db.selectFrom('held_bundle').selectAll().execute()).toEqual([]);
    expect(readAs(PublicKey, await sealingKey(db))).toBeDefined();
    expect((await openingKeys(db)).map(({ jwk }) => jwk.crv)).toEqual(['P-256']);
    expect(await lastMigration(db)).toBe('2026-11-21-trust');
  });

  test('keeps its key when it starts again', async () => {
    await migrate(db);
    const before = await sealingKey(db);
    expect(await migrate(db)).toEqual([]);
    expect(await sealingKey(db)).toBe(before);
    expect(await openingKeys(db)).toHaveLength(1);
  });
});
