import type { Seq } from '#model/operation.ts';
import type { Push } from '#protocol/push.ts';
import type { Receipt } from '#protocol/receipt.ts';
import type { Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { deviceTotals } from './holding.ts';
import { saysTheSame } from './operation-row.ts';
import { receiptOver, type Settled } from './receipt.ts';
import { settle, type Sender, type Settling } from './settle.ts';

/**
 * Settles every operation of a batch, in order, in one transaction: the operation, the entry or record it changes and all kept sums
 * commit together, and the receipt is written after that (rules S1, S2, P3, P4, P5, L1, M1, S3). Throws Refused with
 * 'device-of-another-person', 'body-unreadable' (not a run, rule P2) or 'seq-gap' ({expected}); nothing is kept then.
 */
export const acceptBatch = async (province: Province, sender: Sender, push: Push): Promise<Receipt> => {
  if (push.device !== sender.device) throw new Refused('device-of-another-person');
  const now = province.clock.now();
  return province.db.transaction().execute(async (tx) => {
    const highest = await hearDevice(tx, push, Math.floor(now / 1000));
    return settleBatch(tx, sender, push, { highest, now, recordTypes: province.recordTypes });
  });
};

/** The same within the caller's transaction, which holds the device's row and read its `highest` seq. */
export const settleBatch = async (
  tx: ProvinceDatabase,
  sender: Sender,
  push: Push,
  { highest, ...settling }: Settling & { highest: Seq },
): Promise<Receipt> => {
  const { fresh, settled } = await knownOf(tx, push, highest);
  const written = fresh.length > 0 ? await settle(tx, sender, fresh, settling) : [];
  const through = highest + fresh.length;
  if (fresh.length > 0)
    await tx.updateTable('device').set({ highest_seq: through }).where('number', '=', push.device).execute();
  const holding = { highestSeq: through, totals: await deviceTotals(tx, push.device) };
  return receiptOver([...settled, ...written], { device: push.device, at: Math.floor(settling.now / 1000), holding });
};

/** More no phone has; what one says beyond it would not fit the column. */
const mostWaiting = 1_000_000;

/** Notes what the device says of itself and holds its row, so that one batch of a device is settled at a time. Returns its highest seq. */
export const hearDevice = async (
  tx: ProvinceDatabase,
  { device, waiting, operations }: Push,
  at: number,
): Promise<number> => {
  const row = await tx
    .updateTable('device')
    .set({ last_seen_at: at, reported_waiting: Math.max(0, Math.min(waiting, mostWaiting) - operations.length) })
    .where('number', '=', device)
    .returning('highest_seq')
    .executeTakeFirst();
  if (!row) throw new Refused('token-stale');
  return row.highest_seq;
};

/** Parts a batch into what came before, with its first outcome (rule P3), and what is new. */
export const knownOf = async (
  tx: ProvinceDatabase,
  { device, operations }: Push,
  highest: number,
): Promise<{ settled: Settled[]; fresh: Push['operations'] }> => {
  const first = operations[0]?.seq ?? highest + 1;
  if (operations.some((operation, i) => operation.device !== device || operation.seq !== first + i))
    throw new Refused('body-unreadable');
  if (first > highest + 1) throw new Refused('seq-gap', { expected: highest + 1 });
  if (first > highest) return { settled: [], fresh: operations };

  const rows = await tx
    .selectFrom('operation')
    .selectAll()
    .where('device', '=', device)
    .where('seq', '>=', first)
    .where('seq', '<', first + operations.length)
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const settled = operations.slice(0, highest - first + 1).map((operation): Settled => {
    const row = bySeq.get(operation.seq);
    return row && saysTheSame(row, operation) ? row : { seq: operation.seq, taken: true };
  });
  return { settled, fresh: operations.slice(settled.length) };
};
