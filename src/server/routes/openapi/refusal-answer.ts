import * as v from 'valibot';
import { refusalCodes } from '#protocol/refusals.ts';

/** How every refusal is answered. */
export const RefusalAnswer = v.object({
  code: v.picklist(refusalCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  message: v.optional(v.string()),
});
