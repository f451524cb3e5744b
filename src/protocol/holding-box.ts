import * as v from 'valibot';
import { Day, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Seconds since 1970, by the province's clock. */
const Instant = v.pipe(v.number(), v.safeInteger());
const Named = v.object({ id: Count, name: v.string() });

/** What can be told of held work: days and counts, never what people wrote. Days newest first. */
export const HeldSummary = v.object({
  days: v.array(v.object({ day: Day, entries: Count, counts: v.record(v.string(), Count) })),
  corrections: Count,
  withdrawals: Count,
  /** Of kinds that this province does not know yet. */
  others: Count,
});
export type HeldSummary = v.InferOutput<typeof HeldSummary>;

const reasons = ['device-revoked', 'person-disabled', 'device-unknown'] as const;

/**
 * Work that an officer decides on (rule T2). `person` is the owner of the device, null when the province does not know
 * the device. `decision` 'arrived': the same operations came by another way meanwhile, and there is nothing to decide.
 */
export const HeldWork = v.object({
  id: v.string(),
  device: Count,
  person: v.nullable(v.object({ ...Named.entries, unit: v.string() })),
  commune: Unit,
  village: v.nullable(Unit),
  why: v.picklist(reasons),
  carriedBy: v.nullable(Named),
  receivedAt: Instant,
  /** The seq of the first of its `operations`: work of one device is decided in this order. */
  firstSeq: Count,
  operations: Count,
  summary: HeldSummary,
  decided: v.nullable(
    v.object({
      decision: v.picklist(['accepted', 'refused', 'arrived']),
      at: Instant,
      by: v.nullable(Named),
      reason: v.nullable(v.string()),
      accepted: Count,
      refused: Count,
    }),
  ),
});
export type HeldWork = v.InferOutput<typeof HeldWork>;

export const HoldingBoxQuestion = v.object({ unit: v.optional(v.string()) });

/** What waits, oldest first, and what was decided last, newest first. `waitingInAll` counts also what is not shown. */
export const HoldingBox = v.object({
  unit: Unit,
  asOf: Instant,
  waitingInAll: Count,
  waiting: v.array(HeldWork),
  decided: v.array(HeldWork),
  /** Who a bundle of an unknown device may belong to: the people of the villages whose work waits so. */
  candidates: v.array(v.object({ ...Named.entries, unit: v.string() })),
});
export type HoldingBox = v.InferOutput<typeof HoldingBox>;

/** `person`: whose an unknown device is. A refusal says why: the person whose work it is reads it. */
export const DecideQuestion = v.variant('decision', [
  v.object({
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    decision: v.literal('accept'),
    person: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  }),
  v.object({
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    decision: v.literal('refuse'),
    reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  }),
]);
export type DecideQuestion = v.InferOutput<typeof DecideQuestion>;
