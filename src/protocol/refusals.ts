import { refusedFaults, type FaultCode } from '#model/fault.ts';

/**
 * Every way the province says no, with its HTTP status. What a person reads and can do stands under the same code in
 * locales/{vi,en}/refusals.json. Faults of a single operation travel inside a receipt and have status 422 when they
 * answer a request of their own.
 */
const requestRefusals = {
  'body-unreadable': 400,
  'query-unreadable': 400,
  'sign-in-needed': 401,
  'token-stale': 401,
  'device-revoked': 401,
  'person-disabled': 401,
  'invitation-unknown': 404,
  'invitation-used': 409,
  'invitation-expired': 410,
  'device-of-another-person': 409,
  'too-many-attempts': 429,
  'unit-out-of-scope': 403,
  'role-too-low': 403,
  'access-token-needed': 401,
  'access-token-unknown': 401,
  'access-token-expired': 401,
  'access-token-revoked': 401,
  'token-out-of-scope': 403,
  'token-too-busy': 429,
  'parameter-unreadable': 400,
  'not-found': 404,
  'pivot-too-large': 413,
  'streams-enough': 429,
  'seq-gap': 409,
  'body-too-large': 413,
  'body-kind-unknown': 415,
  'bundle-unreadable': 400,
  'key-taken': 409,
  'held-for-officer': 409,
  'holding-box-full': 429,
  'decided-already': 409,
  'held-after-gap': 409,
  'person-needed': 409,
  'not-yourself': 409,
  'unit-not-for-role': 409,
  'unit-ended': 409,
  'name-unusable': 422,
  'periods-closed': 409,
  'report-moved-on': 409,
  'report-not-closed': 409,
  'report-consolidated': 409,
  'report-not-consolidated': 409,
  'report-sent': 409,
  'period-not-over': 409,
  'amendment-empty': 409,
  'amendment-unfit': 409,
  'photos-off': 403,
  'photo-entry-unknown': 409,
  'photo-entry-withdrawn': 409,
  'photos-enough': 409,
  'photo-too-late': 410,
  'photo-too-large': 413,
  'photo-unreadable': 422,
  'photo-says-more': 422,
  'reorganisation-too-few': 422,
  'reorganisation-into-itself': 422,
  'reorganisation-cycle': 422,
  'reorganisation-unlike': 422,
  'reorganisation-ended': 409,
  'reorganisation-too-new': 409,
  'reorganisation-day-past': 422,
  'reorganisation-village-left': 422,
  'reorganisation-village-twice': 422,
  'reorganisation-entries': 409,
  'reorganisation-planned': 409,
  'unit-code-taken': 409,
  'unit-code-wrong': 422,
  'unit-name-wrong': 422,
  'unit-type-wrong': 422,
  'unit-parent-wrong': 422,
  'unit-day-wrong': 422,
  'unit-has-people': 409,
  'village-wrong': 422,
  'app-too-old': 426,
  'province-too-old': 501,
  'province-busy': 503,
  'province-failed': 500,
} as const;

/** Refusals of one operation that only the province can find. */
const operationRefusals = [
  'name-taken',
  'kind-unknown',
  'operation-malformed',
  'refused-by-officer',
  'accepted-meanwhile',
  'corrected-since',
] as const;

export type RequestRefusalCode = keyof typeof requestRefusals;
export type OperationRefusalCode = FaultCode | (typeof operationRefusals)[number];
export type RefusalCode = RequestRefusalCode | OperationRefusalCode;

/** The body of every answer that is not a success. `message` is in the language asked for. */
export type Refusal = { code: RefusalCode; params: Record<string, string | number>; message?: string };

export const refusalCodes: RefusalCode[] = [
  ...(Object.keys(requestRefusals) as RequestRefusalCode[]),
  ...refusedFaults,
  ...operationRefusals,
];

export const statusOf = (code: RefusalCode): number => (requestRefusals as Record<string, number>)[code] ?? 422;
