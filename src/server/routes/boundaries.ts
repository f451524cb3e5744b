import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { BoundariesQuestion } from '#protocol/boundaries.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { boundariesFor } from '../storage/boundaries.ts';

/** GET: where the units right below one lie. They change with a reorganisation, so whoever has them is told only that. */
export const boundariesRoute = (app: FastifyInstance, { db }: Province): void => {
  app.get(paths.boundaries, async (request, reply) => {
    const question = readAs(BoundariesQuestion, request.query);
    if (!question) throw new Refused('query-unreadable');
    const bytes = Buffer.from(JSON.stringify(await boundariesFor(db, request.caller, question.unit)));
    const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    reply.header('ETag', tag);
    const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
    if (known.includes(tag)) return reply.code(304).header('Cache-Control', 'no-store').send();
    return sendCompressed(request, reply, bytes, 'application/json; charset=utf-8');
  });
};
