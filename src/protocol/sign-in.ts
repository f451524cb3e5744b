import * as v from 'valibot';
import { PublicKey } from '#protocol/public-key.ts';
import { Situation } from '#protocol/situation.ts';
import { Holding } from '#protocol/receipt.ts';

export { readInvitationCode } from '#model/invitation-code.ts';

/** Asked while typing, so that a person sees whose invitation it is before accepting. POST, to keep the code out of logs. */
export const InvitationQuestion = v.object({ invitation: v.pipe(v.string(), v.maxLength(40)) });
export const InvitationAnswer = v.object({
  name: v.string(),
  role: v.string(),
  /** From the unit itself up to the province. */
  units: v.array(
    v.object({ id: v.string(), name: v.string(), type: v.string(), level: v.string(), demo: v.boolean() }),
  ),
});
export type InvitationAnswer = v.InferOutput<typeof InvitationAnswer>;

/**
 * A device that still holds work of the same person goes on under its old number: `resume` is that number, and the
 * province refuses by name when it belongs to somebody else. `attempt` is a secret of the phone's own (22 or more random
 * characters of base64url), sent again when the answer was lost: the same invitation with the same attempt has the same answer.
 * `key` is what the phone's bundles will be signed with (rule T3); an app of before has none.
 */
export const SignInQuestion = v.object({
  invitation: v.pipe(v.string(), v.maxLength(40)),
  resume: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  attempt: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{22,86}$/))),
  key: v.optional(PublicKey),
});
export type SignInQuestion = v.InferOutput<typeof SignInQuestion>;

/**
 * `token` is 32 random bytes in base64url; the province keeps only its hash. `sealingKey` is what bundles are sealed with;
 * a province of before has none.
 */
export const SignInAnswer = v.object({
  device: v.number(),
  token: v.string(),
  situation: Situation,
  holding: Holding,
  sealingKey: v.optional(PublicKey),
});
export type SignInAnswer = v.InferOutput<typeof SignInAnswer>;

/**
 * A phone that signed in before there were keys brings its own later. Refused, `key-taken`, when the device has another:
 * whoever holds a token must not be able to sign in its device's name for ever.
 */
export const KeyQuestion = v.object({ key: PublicKey });
export const KeyAnswer = v.object({ sealingKey: PublicKey });
export type KeyAnswer = v.InferOutput<typeof KeyAnswer>;
