import type { Operation } from '#model/operation.ts';
import type { BundleAnswer } from '#protocol/bundle.ts';
import type { Caller, Province, ProvinceDatabase } from './province.ts';
import { bundleIn, sealReceipt, unseal, verify, type OpenedBundle } from './open-bundle.ts';
import { deviceByNumber, lockDevice, type OwnedDevice } from './storage/devices.ts';
import { hold, type ToHold } from './storage/hold.ts';
import { knownOf, settleBatch } from './storage/ledger.ts';
import { openingKeys } from './storage/province-key.ts';
import { Refused } from './refusing.ts';

type Carrier = Pick<Caller, 'person' | 'commune' | 'province'>;
type Settled = Awaited<ReturnType<typeof settleBatch>> | Pick<ToHold, 'why'>;

/**
 * Takes a bundle in from whoever carries it (rules T3, T2). Settled like a push of its device, and answered with a receipt
 * for the device alone; or held for an officer, when the device is locked, its person disabled, or its key unknown to us.
 * Once all of it is settled, a receipt comes each time it is delivered (rule P3). Throws Refused with 'bundle-unreadable',
 * 'body-too-large', 'seq-gap', 'holding-box-full', or as `decodePush` refuses.
 */
export const deliverBundle = async (province: Province, carrier: Carrier, text: string): Promise<BundleAnswer> => {
  const { db } = province;
  const unsealed = await unseal(bundleIn(text).jwe, await openingKeys(db));
  const owned = await deviceByNumber(db, unsealed.device);
  // The key we know, never the one it brings: anybody could sign in anybody's name.
  const bundle = await verify(unsealed, owned?.signingKey ?? unsealed.key);
  const answer =
    owned && owned.signingKey !== null
      ? await settleOrHold(province, carrier, owned, bundle)
      : await holdUnknown(province, carrier, owned, unsealed.key, bundle);
  return 'why' in answer
    ? { kind: 'held', why: answer.why }
    : { kind: 'delivered', receipt: await sealReceipt(answer, bundle) };
};

const whyHeld = ({ revoked, disabled }: OwnedDevice): ToHold['why'] | undefined =>
  revoked ? 'device-revoked' : disabled ? 'person-disabled' : undefined;

const settleOrHold = (
  { db, clock, recordTypes }: Province,
  carrier: Carrier,
  { caller }: OwnedDevice,
  { push }: OpenedBundle,
): Promise<Settled> =>
  db.transaction().execute(async (tx) => {
    const highest = await lockDevice(tx, caller.device);
    const owned = await deviceByNumber(tx, caller.device);
    if (highest === undefined || !owned) throw new Refused('bundle-unreadable');
    const now = clock.now();
    const why = whyHeld(owned);
    if (why === undefined) return settleBatch(tx, owned.caller, push, { highest, now, recordTypes });
    const fresh = await freshOf(tx, push, highest);
    if (fresh.length === 0) return settleBatch(tx, owned.caller, push, { highest, now, recordTypes });
    const { person, commune, province } = owned.caller;
    await hold(tx, {
      device: caller.device,
      operations: fresh,
      person: person.id,
      commune: commune ?? province,
      why,
      carriedBy: carrier.person.id,
      at: Math.floor(now / 1000),
    });
    return { why };
  });

/** What is not settled yet. Beyond a gap all of it: it is kept now, and the officer is told what is missing before it. */
const freshOf = async (tx: ProvinceDatabase, push: OpenedBundle['push'], highest: number) =>
  push.operations[0]!.seq > highest + 1 ? push.operations : (await knownOf(tx, push, highest)).fresh;

/** The key is not known to us, so the device is not: whoever it says it is, a person vouches for it or it counts for nothing. */
const holdUnknown = (
  { db, clock }: Province,
  carrier: Carrier,
  owned: OwnedDevice | undefined,
  key: string,
  { push }: OpenedBundle,
): Promise<Pick<ToHold, 'why'>> =>
  db.transaction().execute(async (tx) => {
    // A write first: SQLite refuses a transaction that began by reading when another process wrote meanwhile.
    await lockDevice(tx, push.device);
    await hold(tx, {
      device: push.device,
      operations: push.operations,
      person: owned?.caller.person.id ?? null,
      commune: owned ? (owned.caller.commune ?? owned.caller.province) : await communeOf(tx, push.operations, carrier),
      why: 'device-unknown',
      key,
      carriedBy: carrier.person.id,
      at: Math.floor(clock.now() / 1000),
    });
    return { why: 'device-unknown' };
  });

/** The commune the work says it was done in; the carrier's, when that is none of ours. */
const communeOf = async (tx: ProvinceDatabase, operations: readonly Operation[], carrier: Carrier): Promise<string> => {
  const said = operations[0]!.unit;
  const unit = /^[\w-]{1,64}$/.test(said)
    ? await tx.selectFrom('unit').select(['id', 'level', 'parent_id']).where('id', '=', said).executeTakeFirst()
    : undefined;
  if (unit?.level === 'commune') return unit.id;
  return (unit?.level === 'village' && unit.parent_id) || (carrier.commune ?? carrier.province);
};
