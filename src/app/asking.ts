import type { Refusal } from '#protocol/refusals.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { Outcome } from '#sync/ports.ts';

/** On 2G a first answer takes seconds, and bytes come at a few thousand a second. */
const patience = 40_000;
const slowestBytesPerSecond = 2_000;

type Request<Answer> = {
  path: string;
  method?: 'GET' | 'POST' | 'DELETE';
  body?: Uint8Array<ArrayBuffer> | string;
  headers?: Record<string, string>;
  token?: string | undefined;
  language: string;
  /** The answer's body as what was asked for, or undefined when it is none of the province's. May reject. */
  read: (response: Response) => Promise<Answer | undefined>;
};

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Refusal).code === 'string' &&
  typeof (value as Refusal).params === 'object';

/** A refusal of the province's, when this is one. */
export const refusalIn = (value: unknown): Refusal | undefined => (isRefusal(value) ? value : undefined);

const readRefusal = async (response: Response): Promise<Refusal | undefined> => refusalIn(await response.json());

const retryAfterOf = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
};

/**
 * Asks the province one thing. A captive portal's page, a proxy's error, half an answer and silence are all
 * `unreachable`: only what the province itself wrote counts as its word. Never rejects, and always ends.
 */
export const ask = async <Answer>(request: Request<Answer>): Promise<Outcome<Answer>> => {
  const { path, method = 'GET', body, headers, token, language, read } = request;
  const giveUp = new AbortController();
  let timedOut = false;
  const bytes = body?.length ?? 0;
  const timer = setTimeout(
    () => {
      timedOut = true;
      giveUp.abort();
    },
    patience + (bytes / slowestBytesPerSecond) * 1000,
  );
  try {
    const response = await fetch(path, {
      method,
      headers: {
        'X-Protocol': String(protocolVersion),
        'Accept-Language': language,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: giveUp.signal,
    });
    if (response.ok) {
      const answer = await read(response);
      return answer === undefined ? { kind: 'unreachable', timedOut: false } : { kind: 'answered', answer };
    }
    const refusal = await readRefusal(response);
    if (!refusal) return { kind: 'unreachable', timedOut: false };
    const retryAfter = retryAfterOf(response);
    return { kind: 'refused', refusal, ...(retryAfter !== undefined && { retryAfter }) };
  } catch {
    return { kind: 'unreachable', timedOut };
  } finally {
    clearTimeout(timer);
  }
};
