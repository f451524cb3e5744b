import type { FastifyInstance } from 'fastify';
import { limits } from '#protocol/version.ts';

/** Bytes; the largest JSON anybody sends us is an invitation. */
export const jsonLimit = 16 * 1024;

/** What may come in, and how much of it: small JSON, and a batch as it travelled, still compressed. */
export const bodies = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    'application/cbor',
    { parseAs: 'buffer', bodyLimit: limits.pushBytesCompressed },
    (_request, body, done) => done(null, body),
  );
};
