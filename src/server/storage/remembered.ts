import { sql } from 'kysely';
import type { ProvinceDatabase } from '../province.ts';

/** What must outlive a restore, read before everything is replaced. */
export const remember = async (tx: ProvinceDatabase) => ({
  heads: await tx.selectFrom('commune_head').selectAll().execute(),
  devices: await tx.selectFrom('device').select(['token_hash', 'revoked_at', 'signing_key']).execute(),
  disabled: await tx
    .selectFrom('person')
    .select(['id', 'name', 'created_at', 'disabled_at'])
    .where('disabled_at', 'is not', null)
    .execute(),
  used: await tx.selectFrom('invitation').select(['code_hash', 'used_at']).where('used_at', 'is not', null).execute(),
  revokedTokens: await tx
    .selectFrom('access_token')
    .select(['token_hash', 'revoked_at', 'revoked_by'])
    .where('revoked_at', 'is not', null)
    .execute(),
  provinceKeys: await tx.selectFrom('province_key').selectAll().execute(),
  held: await tx.selectFrom('held_bundle').selectAll().execute(),
});

export type Remembered = Awaited<ReturnType<typeof remember>>;

/** A stolen phone stays locked out, a person who left stays gone, an invitation that was used stays used, a token revoked. */
export const closeDoorsAgain = async (
  tx: ProvinceDatabase,
  { devices, disabled, used, revokedTokens }: Pick<Remembered, 'devices' | 'disabled' | 'used' | 'revokedTokens'>,
): Promise<void> => {
  for (const { token_hash, revoked_at } of devices)
    if (revoked_at !== null)
      await tx
        .updateTable('device')
        .set({ revoked_at })
        .where('token_hash', '=', token_hash)
        .where('revoked_at', 'is', null)
        .execute();
  for (const { id, name, created_at, disabled_at } of disabled)
    await tx
      .updateTable('person')
      .set({ disabled_at })
      .where('id', '=', id)
      .where('name', '=', name)
      .where('created_at', '=', created_at)
      .where('disabled_at', 'is', null)
      .execute();
  for (const { code_hash, used_at } of used)
    await tx
      .updateTable('invitation')
      .set({ used_at })
      .where('code_hash', '=', code_hash)
      .where('used_at', 'is', null)
      .execute();
  for (const { token_hash, ...revoked } of revokedTokens)
    await tx
      .updateTable('access_token')
      .set(revoked)
      .where('token_hash', '=', token_hash)
      .where('revoked_at', 'is', null)
      .execute();
};

/**
 * Keys of phones and of the province stay: bundles are on their way that were made with them (rule T3). So does what waits
 * for an officer, once more undecided where the decision is forgotten (rule T2).
 */
export const keepWhatIsOnItsWay = async (
  tx: ProvinceDatabase,
  { devices, provinceKeys, held }: Pick<Remembered, 'devices' | 'provinceKeys' | 'held'>,
): Promise<void> => {
  for (const { token_hash, signing_key } of devices)
    if (signing_key !== null)
      await tx
        .updateTable('device')
        .set({ signing_key })
        .where('token_hash', '=', token_hash)
        .where('signing_key', 'is', null)
        .execute();
  for (const key of provinceKeys)
    await tx
      .insertInto('province_key')
      .values(key)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const undecided = { decided_at: null, decided_by: null, decision: null, reason: null, outcome: null };
  for (const bundle of held)
    await tx
      .insertInto('held_bundle')
      .values({ ...bundle, ...undecided })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

/** Every commune goes on `ahead` of the highest number that it gave before or after the backup (rule L1). */
export const numberFarAhead = async (
  tx: ProvinceDatabase,
  { heads }: Pick<Remembered, 'heads'>,
  ahead: number,
): Promise<void> => {
  for (const { commune_id, head } of heads)
    await tx
      .insertInto('commune_head')
      .values({ commune_id, head })
      .onConflict((conflict) =>
        conflict.column('commune_id').doUpdateSet({ head }).where('commune_head.head', '<', head),
      )
      .execute();
  await tx
    .updateTable('commune_head')
    .set({ head: sql`head + ${ahead}` })
    .execute();
};
