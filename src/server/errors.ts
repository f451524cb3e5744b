import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf, type Refusal } from '#protocol/refusals.ts';
import { framesOf } from './logging.ts';
import { Refused } from './refusing.ts';
import { isPassing } from './storage/passing.ts';
import { languageOf, wordsIn } from './words.ts';

/** Seconds after which a phone may try a busy province again. */
const busyFor = 2;

const numberOrText = (value: unknown, key: 'statusCode' | 'code') =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;

/** What an error means to the asker: a refusal from the catalogue, or the province's own fault. */
export const refusalOf = (error: unknown): Refused => {
  if (error instanceof Refused) return error;
  if (isPassing(error)) return new Refused('province-busy', {}, busyFor);
  const code = String(numberOrText(error, 'code') ?? '');
  switch (numberOrText(error, 'statusCode')) {
    case 413:
      return new Refused('body-too-large');
    case 415:
      return new Refused('body-kind-unknown');
    case 400:
      return new Refused(code === 'FST_ERR_BAD_URL' ? 'query-unreadable' : 'body-unreadable');
    case 403:
    case 404:
      return new Refused('not-found');
    case 414:
    case 416:
      return new Refused('query-unreadable');
    case 503:
      return new Refused('province-busy', {}, busyFor);
    default:
      return new Refused('province-failed');
  }
};

const answer = (refused: Refused, request: FastifyRequest, reply: FastifyReply) => {
  const { code, params, retryAfter } = refused;
  const language = languageOf(request.headers['accept-language']);
  const refusal: Refusal = { code, params, message: wordsIn(language)(code, { ns: 'refusals', ...params }) };
  if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
  if (statusOf(code) === 401) reply.header('WWW-Authenticate', 'Bearer');
  return reply
    .code(statusOf(code))
    .headers({ 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' })
    .type('application/json; charset=utf-8')
    .send(refusal);
};

export const answerRefusal = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const refused = refusalOf(error);
  if (refused.code === 'province-failed' && error instanceof Error)
    request.log.error({ kind: error.name, stack: framesOf(error) }, 'failed');
  return answer(refused, request, reply);
};

/** Every failure leaves as a refusal from the catalogue, in the asker's language. */
export const errors = (app: FastifyInstance): void => {
  app.setErrorHandler(answerRefusal);
};
