import type { Refusal, RefusalCode } from '#protocol/refusals.ts';
import type { Outcome } from '#sync/ports.ts';

/** Milliseconds. Whoever asks for more, a proxy on the way perhaps, is asked again all the same. */
const longestHoldOff = 15 * 60_000;

/** Why a round ended early. `until` is the earliest moment the province wants to be asked again, in milliseconds from now. */
export type Trouble =
  | { kind: 'unreachable'; timedOut: boolean }
  | { kind: 'refused'; refusal: Refusal; until: number | undefined }
  /** The phone's own storage failed under us. */
  | { kind: 'phone' };

/** Answers that time alone does not mend: a person signs in again or updates the app. Nothing is lost meanwhile. */
const needsPerson: readonly RefusalCode[] = [
  'sign-in-needed',
  'token-stale',
  'device-revoked',
  'person-disabled',
  'held-for-officer',
  'device-of-another-person',
  'app-too-old',
];

export const waitsForPerson = (trouble: Trouble): boolean =>
  trouble.kind === 'refused' && needsPerson.includes(trouble.refusal.code);

export const troubleOf = (
  outcome: Exclude<Outcome<unknown>, { kind: 'answered' }>,
): Exclude<Trouble, { kind: 'phone' }> =>
  outcome.kind === 'unreachable'
    ? outcome
    : {
        kind: 'refused',
        refusal: outcome.refusal,
        until: outcome.retryAfter === undefined ? undefined : Math.min(outcome.retryAfter * 1000, longestHoldOff),
      };

/** An answer that says the opposite of what was asked is no answer: it is tried again later, not believed. */
export const senseless: Trouble = { kind: 'unreachable', timedOut: false };
