import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AccessScope } from '#model/access.ts';
import { dayInVietnam } from '#model/day.ts';
import type { Province } from './province.ts';
import { Refused } from './refusing.ts';
import { noteUse, readerByToken, type Reader } from './storage/access-tokens.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Read by other systems, with a token of theirs that opens this; 'any': with any of theirs. */
    read?: AccessScope | 'any';
  }
  interface FastifyRequest {
    /** Set before any route runs that says what it lets `read`. */
    reader: Reader;
  }
}

/** How often one token may ask, on this node. */
export type ReadingLimits = { requests: number; seconds: number };
export const defaultReadingLimits: ReadingLimits = { requests: 120, seconds: 60 };

const secretOf = ({ headers: { authorization } }: FastifyRequest): string => {
  if (authorization === undefined) throw new Refused('access-token-needed');
  const [, secret] = /^Bearer ([\w-]{20,100})$/i.exec(authorization) ?? [];
  if (secret === undefined) throw new Refused('access-token-unknown');
  return secret;
};

/**
 * Who reads, and whether they may. Throws Refused with 'access-token-needed', '-unknown', '-revoked' or '-expired',
 * 'token-too-busy' or 'token-out-of-scope'; counts in memory, and says in headers what is left.
 */
export const createReaders = ({ db, clock }: Province, limits: ReadingLimits = defaultReadingLimits) => {
  const limiter = new RateLimiterMemory({ points: limits.requests, duration: limits.seconds });
  return async (request: FastifyRequest, reply: FastifyReply, wanted: AccessScope | 'any'): Promise<Reader> => {
    const reader = await readerByToken(db, secretOf(request));
    const now = Math.floor(clock.now() / 1000);
    if (!reader) throw new Refused('access-token-unknown');
    if (reader.revoked) throw new Refused('access-token-revoked');
    if (reader.expiresAt <= now)
      throw new Refused('access-token-expired', { day: dayInVietnam(reader.expiresAt * 1000) });
    const { consumedPoints, msBeforeNext } = await limiter.penalty(String(reader.id), 1);
    const seconds = Math.ceil(msBeforeNext / 1000);
    reply.headers({
      'RateLimit-Limit': limits.requests,
      'RateLimit-Remaining': Math.max(0, limits.requests - consumedPoints),
      'RateLimit-Reset': seconds,
    });
    if (consumedPoints > limits.requests)
      throw new Refused('token-too-busy', { most: limits.requests, seconds }, seconds);
    if (wanted !== 'any' && !reader.scopes.includes(wanted)) throw new Refused('token-out-of-scope', { scope: wanted });
    await noteUse(db, reader.id, now);
    return reader;
  };
};
