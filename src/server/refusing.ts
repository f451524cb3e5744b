import type { Refusal, RequestRefusalCode } from '#protocol/refusals.ts';

/** Thrown in a route to answer with a refusal from the catalogue; app.ts turns it into status, code and sentence. */
export class Refused extends Error {
  readonly code: RequestRefusalCode;
  readonly params: Refusal['params'];
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: RequestRefusalCode, params: Refusal['params'] = {}, retryAfter?: number) {
    super(code);
    this.code = code;
    this.params = params;
    this.retryAfter = retryAfter;
  }
}
