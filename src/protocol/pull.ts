import type { AcceptedOperation } from '#model/operation.ts';
import type { Holding } from '#protocol/receipt.ts';
import type { Situation } from '#protocol/situation.ts';

/**
 * What is asked: everything after `cursor` in the commune's numbering that concerns the person's own team (rules L1,
 * L2). The device's own operations are left out unless `own` is set, as when a phone holds less than the province
 * (rule T1). `situation` is the version the device knows.
 */
export type PullQuestion = { cursor: number; own: boolean; situation: string };

/** One page. `more` says that another should be asked for at once, from `cursor`. Officers get no operations. */
export type PullPage = {
  cursor: number;
  more: boolean;
  /** The province's clock, in seconds. */
  at: number;
  holding: Holding;
  situation: Situation | null;
  operations: AcceptedOperation[];
};
