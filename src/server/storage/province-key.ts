import type { JWK } from 'jose';
import type { ProvinceDatabase } from '../province.ts';

/** What phones seal their bundles with, as protocol/public-key.ts writes it (rule T3). */
export const sealingKey = async (db: ProvinceDatabase): Promise<string> => {
  const row = await db.selectFrom('province_key').select('public_key').orderBy('id').limit(1).executeTakeFirst();
  if (!row) throw new Error('A province without a key: its tables were not brought to this version');
  return row.public_key;
};

/** Every private key that bundles may have been sealed for, as a JWK. For opening, and for nothing else. */
export const openingKeys = async (db: ProvinceDatabase): Promise<{ id: string; jwk: JWK }[]> => {
  const rows = await db.selectFrom('province_key').select(['id', 'private_key']).orderBy('id').execute();
  return rows.map(({ id, private_key }) => ({ id, jwk: JSON.parse(private_key) as JWK }));
};
