import type { Holding } from '#protocol/receipt.ts';
import type { Handbook, SessionRow } from '#store/database.ts';
import { noteMissing } from '#store/recovery.ts';

/**
 * In a transaction: when the province has settled more of this device than the phone ever wrote, the phone has lost
 * something (rule T1). New operations go above it at once, and what is lost is marked to be read back.
 */
export const learnHolding = async (db: Handbook, me: SessionRow, { highestSeq }: Holding): Promise<SessionRow> => {
  if (highestSeq < me.nextSeq) return me;
  const next = { ...me, nextSeq: highestSeq + 1, holdsLess: true };
  await db.notebook.put(next);
  await noteMissing(db, highestSeq + 1 - me.nextSeq);
  return next;
};
