import { generateKeyPairSync } from 'node:crypto';
import type { Kysely } from 'kysely';
import { keyId, keyOfJwk } from '#protocol/public-key.ts';

/** Keys for bundles (rule T3), who locked whom out, and the holding box for what arrives from them (rule T2). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db;
  await schema.alterTable('device').addColumn('signing_key', 'text').execute();
  await schema.alterTable('device').addColumn('revoked_by', 'integer').execute();
  await schema.alterTable('person').addColumn('disabled_by', 'integer').execute();

  await schema
    .createTable('province_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .execute();
  await makeProvinceKey(db as Kysely<{ province_key: { id: string; public_key: string; private_key: string } }>);

  await schema
    .createTable('held_bundle')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('device', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'integer')
    .addColumn('commune_id', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('carried_by', 'integer')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('first_seq', 'integer', (column) => column.notNull())
    .addColumn('operations', 'integer', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'bigint')
    .addColumn('decided_by', 'integer')
    .addColumn('decision', 'text')
    .addColumn('reason', 'text')
    .addColumn('outcome', 'text')
    .execute();
  await schema.createIndex('held_bundle_of_commune').on('held_bundle').columns(['commune_id', 'decided_at']).execute();
  await schema.createIndex('held_bundle_of_device').on('held_bundle').columns(['device', 'decided_at']).execute();
};

/** Made here, where one node at a time is let in, and never again: what phones seal must be opened for ever. */
const makeProvinceKey = async (
  db: Kysely<{ province_key: { id: string; public_key: string; private_key: string } }>,
): Promise<void> => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const publicKey = keyOfJwk(jwk);
  if (publicKey === undefined) throw new Error('A key pair without a public key');
  await db
    .insertInto('province_key')
    .values({ id: await keyId(publicKey), public_key: publicKey, private_key: JSON.stringify(jwk) })
    .execute();
};
