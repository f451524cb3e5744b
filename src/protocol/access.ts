import * as v from 'valibot';
import { accessScopes, mostAccessDays, mostTokenName } from '#model/access.ts';
import { Unit } from '#protocol/situation.ts';

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Seconds since 1970, by the province's clock. */
const Instant = v.pipe(v.number(), v.safeInteger());
const Scopes = v.array(v.picklist(accessScopes));

/** What another system reads the province with, as officers see it: never the secret itself, which the province does not know. */
export const AccessToken = v.object({
  id: Whole,
  name: v.string(),
  scopes: Scopes,
  /** It reads this unit and all below it. */
  unit: Unit,
  createdAt: Instant,
  createdBy: v.nullable(v.string()),
  expiresAt: Instant,
  /** To the minute. */
  lastUsedAt: v.nullable(Instant),
  revoked: v.nullable(v.object({ at: Instant, by: v.nullable(v.string()) })),
});
export type AccessToken = v.InferOutput<typeof AccessToken>;

/** All tokens of a province, the newest first, and the units that a new one may be for. */
export const TokensPage = v.object({ asOf: Instant, tokens: v.array(AccessToken), units: v.array(Unit) });
export type TokensPage = v.InferOutput<typeof TokensPage>;

export const MakeToken = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(mostTokenName)),
  scopes: v.pipe(Scopes, v.minLength(1)),
  unit: v.string(),
  days: v.pipe(Whole, v.maxValue(mostAccessDays)),
});
export type MakeToken = v.InferOutput<typeof MakeToken>;

/** `secret` is told this once: the province keeps only its hash. */
export const MadeToken = v.object({ secret: v.string(), token: AccessToken });
export type MadeToken = v.InferOutput<typeof MadeToken>;

export const RevokeToken = v.strictObject({ token: Whole });
