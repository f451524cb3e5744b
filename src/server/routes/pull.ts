import type { FastifyInstance } from 'fastify';
import { encodePullPage, PullQuery } from '#protocol/pull.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteSeen } from '../storage/seen.ts';
import { pullPage } from '../storage/pull.ts';

/** GET: what the team did since the cursor, and what the phone has to know (rules L1, L2). */
export const pullRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.pull, async (request, reply) => {
    const question = readAs(PullQuery, request.query);
    if (!question) throw new Refused('query-unreadable');
    await noteSeen(province, request.caller.device);
    const page = await pullPage(province, request.caller, question);
    return sendCompressed(request, reply, encodePullPage(page), 'application/cbor');
  });
};
