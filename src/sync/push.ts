import type { DeviceNumber, Operation } from '#model/operation.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { limits } from '#protocol/version.ts';
import type { Memory, Province } from '#sync/ports.ts';
import { senseless, troubleOf, type Trouble } from '#sync/trouble.ts';

/** How many operations the next batch may hold; learned from how the last ones went, and kept between rounds (rule P6). */
export type BatchSize = { most: number };

const firstBatch = 500;
const growth = 10;
/** A province restored twice in one round is one that contradicts itself. */
const reopeningsAtMost = 3;

export const newBatchSize = (): BatchSize => ({ most: firstBatch });

const settles = (receipt: Receipt, operation: Operation): boolean =>
  receipt.accepted.some(([seq, , count]) => seq <= operation.seq && operation.seq < seq + count) ||
  receipt.refused.some(({ seq }) => seq === operation.seq);

/**
 * Sends what waits, oldest first, a run at a time, until nothing waits or something is the matter (rules P2–P6). Every
 * receipt is on disk before the next batch leaves.
 */
export const pushAll = async (
  memory: Memory,
  province: Province,
  device: DeviceNumber,
  size: BatchSize,
): Promise<Trouble | null> => {
  let reopenings = 0;
  let heldAll = false;
  for (;;) {
    const { operations, waiting } = await memory.waiting(size.most);
    const [oldest] = operations;
    if (!oldest) return null;
    const outcome = await province.push({ device, waiting, operations });

    if (outcome.kind === 'answered') {
      if (outcome.answer.device !== device || !settles(outcome.answer, oldest)) return senseless;
      await memory.settle(outcome.answer);
      size.most = Math.min(limits.operationsPerPush, Math.max(size.most, operations.length) * growth);
      continue;
    }
    const tooMuch = outcome.kind === 'unreachable' ? outcome.timedOut : outcome.refusal.code === 'body-too-large';
    if (tooMuch) size.most = Math.max(1, Math.floor(operations.length / 2));
    if (outcome.kind === 'refused') {
      if (tooMuch && operations.length > 1) continue;
      // An officer decides on all of it at once, as far as it fits (rule T2).
      if (outcome.refusal.code === 'held-for-officer' && !heldAll && operations.length < waiting) {
        heldAll = true;
        size.most = limits.operationsPerPush;
        continue;
      }
      const expected = Number(outcome.refusal.params['expected']);
      if (outcome.refusal.code === 'seq-gap' && expected >= 1 && expected < oldest.seq) {
        if (++reopenings > reopeningsAtMost) return senseless;
        await memory.reopenFrom(expected);
        continue;
      }
    }
    return troubleOf(outcome);
  }
};
