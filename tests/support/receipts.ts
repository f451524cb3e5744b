import type { AcceptedOperation } from '#model/operation.ts';
import type { PullPage } from '#protocol/pull.ts';
import type { Holding, Receipt } from '#protocol/receipt.ts';

const at = 1_794_480_000;

const receipt = (but: Partial<Receipt> & { through: number }): Receipt => ({
  device: 17,
  at,
  accepted: [],
  refused: [],
  holding: { highestSeq: but.through, totals: {} },
  ...but,
});

/** Device 17's operations from `seq`, `count` of them, accepted under numbers from `number` (by default the same as seq). */
export const allReceived = (seq: number, count: number, number = seq, holding?: Holding): Receipt =>
  receipt({ through: seq + count - 1, accepted: [[seq, number, count]], ...(holding && { holding }) });

export const refusedAt = (seq: number, code: string, params: Record<string, string | number> = {}): Receipt =>
  receipt({ through: seq, refused: [{ seq, code, params }] });

/** The last page of a pull, with these operations. */
export const pageOf = (operations: AcceptedOperation[], but: Partial<PullPage> = {}): PullPage => ({
  cursor: operations[operations.length - 1]?.number ?? 0,
  more: false,
  at,
  holding: { highestSeq: 0, totals: {} },
  situation: null,
  operations,
  ...but,
});
