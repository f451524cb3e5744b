import type { DeviceNumber, Seq } from '#model/operation.ts';
import { recordKind } from '#model/record.ts';
import type { Holding, Receipt } from '#protocol/receipt.ts';
import { readRefusalParams } from './operation-row.ts';
import type { OperationTable } from './schema.ts';

/** What became of one operation of a batch: its row, new or found again, or that its name was taken before. */
export type Settled = OperationTable | { seq: Seq; taken: true };

/** A clock that runs ahead gains nothing: the write counts as of when it arrived, and its phone has to know (rule M3). */
const isAhead = ({ kind, at, received_at }: OperationTable) => kind === recordKind && Number(at) > Number(received_at);

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
      if (isAhead(row)) receipt.ahead = [...(receipt.ahead ?? []), [row.seq, Number(row.received_at)]];
      const run = receipt.accepted[receipt.accepted.length - 1];
      if (run && run[0] + run[2] === row.seq && run[1] + run[2] === row.number) run[2] += 1;
      else receipt.accepted.push([row.seq, row.number, 1]);
    }
  }
  return receipt;
};
