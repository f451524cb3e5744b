import type { DeviceNumber, Operation, Seq } from '#model/operation.ts';
import { encodePush } from '#protocol/push.ts';
import { limits, protocolVersion } from '#protocol/version.ts';

/** One bundle's worth: operations `first` to `last`, as a push. */
export type CutPush = { first: Seq; last: Seq; push: Uint8Array<ArrayBuffer> };

/**
 * All that waits, a run of consecutive operations, oldest first, as pushes that each fit one bundle (rules P2, P6): one,
 * unless it is a great deal. `most` bytes each; a single operation is never cut.
 */
export const cutIntoPushes = async (
  device: DeviceNumber,
  operations: readonly Operation[],
  most = limits.pushBytesCompressed,
): Promise<CutPush[]> => {
  const cuts: CutPush[] = [];
  let size: number = limits.operationsPerPush;
  for (let from = 0; from < operations.length;) {
    const run = operations.slice(from, from + size);
    const waiting = operations.length - from;
    const push = await encodePush({ version: protocolVersion, device, waiting, operations: run });
    if (push.length > most && run.length > 1) {
      size = Math.ceil(run.length / 2);
      continue;
    }
    cuts.push({ first: run[0]!.seq, last: run[run.length - 1]!.seq, push });
    from += run.length;
  }
  return cuts;
};
