import * as v from 'valibot';

const Count = v.pipe(v.number(), v.safeInteger());
export const Seq = v.pipe(Count, v.minValue(1));

/** Sums by period and measure; see model/totals.ts. */
export const Totals = v.record(v.string(), v.record(v.string(), v.number()));

/**
 * What the province holds of one device (rules P4, T1): the highest seq it has settled, and the sums of the entries that
 * this device recorded, by period and measure, with everybody's corrections.
 */
export const Holding = v.object({ highestSeq: v.pipe(Count, v.minValue(0)), totals: Totals });
export type Holding = v.InferOutput<typeof Holding>;

/** Operations seq … seq+count-1 are numbered number … number+count-1 in their commune. */
const NumberedRun = v.tuple([Seq, Count, Count]);

const RefusedOperation = v.object({
  seq: Seq,
  code: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type RefusedOperation = v.InferOutput<typeof RefusedOperation>;

/** A write to an editable record whose clock ran ahead of the province's: when the province had it, in seconds (rule M3). */
const Ahead = v.tuple([Seq, Count]);

/**
 * The answer to a push (rules P3, P4, P5). Every operation of the batch is settled by it: it lies in a run of `accepted`
 * or stands in `refused`. `through` is the highest seq settled without a gap. `at` is the province's clock in seconds. `ahead`
 * names the accepted writes that count as of when they arrived, and not as of their own clock.
 */
export const Receipt = v.object({
  device: v.number(),
  at: v.number(),
  through: v.number(),
  accepted: v.array(NumberedRun),
  refused: v.array(RefusedOperation),
  ahead: v.exactOptional(v.array(Ahead)),
  holding: Holding,
});
export type Receipt = v.InferOutput<typeof Receipt>;
