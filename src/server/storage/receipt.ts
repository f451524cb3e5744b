import type { DeviceNumber, Seq } from '#model/operation.ts';
import type { Holding, Receipt } from '#protocol/receipt.ts';
import { readRefusalParams } from './operation-row.ts';
import type { OperationTable } from './schema.ts';

/** What became of one operation of a batch: its row, new or found again, or that its name was taken before. */
export type Settled = OperationTable | { seq: Seq; taken: true };

/** The receipt over operations in the order of their seqs; accepted ones are told in runs. `at` in seconds. */
export const receiptOver = (
  settled: readonly Settled[],
  { device, at, holding }: { device: DeviceNumber; at: number; holding: Holding },
): Receipt => {
  const receipt: Receipt = { device, at, through: holding.highestSeq, accepted: [], refused: [], holding };
  for (const row of settled) {
    if ('taken' in row) receipt.refused.push({ seq: row.seq, code: 'name-taken', params: {} });
    else if (row.number === null)
      receipt.refused.push({
        seq: row.seq,
        code: row.refusal_code ?? 'operation-malformed',
        params: readRefusalParams(row),
      });
    else {
      const run = receipt.accepted[receipt.accepted.length - 1];
      if (run && run[0] + run[2] === row.seq && run[1] + run[2] === row.number) run[2] += 1;
      else receipt.accepted.push([row.seq, row.number, 1]);
    }
  }
  return receipt;
};
