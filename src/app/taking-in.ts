import type { Found, TakenIn } from '#features/handbook.tsx';
import { carriedText, sealedId, type Carried, type CarriedReceipt } from '#protocol/bundle.ts';
import { gather } from '#protocol/gather.ts';
import { bundleOf } from '#store/bundles.ts';
import { takeInBundle } from '#store/carried.ts';
import type { Handbook } from '#store/database.ts';
import { orNotStored } from '#store/not-stored.ts';
import { statesBetween } from '#store/outbox.ts';
import { settle } from '#store/settle.ts';
import { openReceipt } from '#sync/bundle-receipt.ts';

/** A receipt that came back: what waited is received or refused from now on, as if the province had answered here (rule P4). */
const takeReceipt = async (db: Handbook, { bundle, jwe }: CarriedReceipt): Promise<Found> => {
  const own = await bundleOf(db, bundle);
  if (!own) return { kind: 'receipt-of-another' };
  const receipt = await openReceipt(jwe, own.receiptKey);
  if (receipt?.device !== own.device) return { kind: 'receipt-unreadable' };
  return orNotStored(async () => {
    const before = await statesBetween(db, own);
    await settle(db, receipt);
    const after = await statesBetween(db, own);
    return {
      kind: 'received' as const,
      received: after.received - before.received,
      refused: after.refused - before.refused,
    };
  });
};

const takeOne = async (db: Handbook, clock: { now(): number }, carried: Carried): Promise<Found> => {
  if (carried.kind === 'receipt') return takeReceipt(db, carried);
  const id = await sealedId(carried);
  const taken = await takeInBundle(db, clock, { id, text: carriedText(carried) });
  return taken.kind === 'not-stored' ? taken : { kind: taken.kind, id };
};

/** Keeps every bundle in these texts to be delivered, and settles what every receipt of ours says (rule T3). */
export const takeInAll = async (db: Handbook, clock: { now(): number }, texts: readonly string[]): Promise<TakenIn> => {
  const { carried, missing } = await gather(texts);
  const found: Found[] = [];
  for (const one of carried) found.push(await takeOne(db, clock, one));
  return { found, ...(missing && { missing }) };
};
