import type { Push } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';
import type { Caller, Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { hearDevice, knownOf } from './ledger.ts';
import { deviceTotals } from './holding.ts';
import { hold } from './hold.ts';
import { receiptOver } from './receipt.ts';

export type WhyBarred = 'device-revoked' | 'person-disabled';

/**
 * What a revoked device, or one of a disabled person, still pushes (rule T2): what is fresh goes into the holding box, what
 * was settled before is answered with its receipt, so that the phone can see what became of it. Nothing else is answered.
 * Throws Refused with 'held-for-officer' once it is on disk, or as `acceptBatch` does.
 */
export const takeFromBarred = async (
  { db, clock }: Province,
  caller: Caller,
  why: WhyBarred,
  push: Push,
): Promise<Receipt> => {
  if (push.device !== caller.device) throw new Refused('device-of-another-person');
  if (push.operations.length === 0) throw new Refused(why);
  const at = Math.floor(clock.now() / 1000);
  const receipt = await db.transaction().execute(async (tx) => {
    const highestSeq = await hearDevice(tx, push, at);
    const { settled, fresh } = await knownOf(tx, push, highestSeq);
    if (fresh.length > 0) {
      const { person, commune, province, device } = caller;
      await hold(tx, { device, operations: fresh, person: person.id, commune: commune ?? province, why, at });
    }
    if (settled.length === 0) return undefined;
    const holding = { highestSeq, totals: await deviceTotals(tx, push.device) };
    return receiptOver(settled, { device: push.device, at, holding });
  });
  if (!receipt) throw new Refused('held-for-officer', { why });
  return receipt;
};
