import type { FastifyInstance } from 'fastify';
import { DecideQuestion, HoldingBoxQuestion } from '#protocol/holding-box.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { decideHeld } from '../storage/decide-held.ts';
import { holdingBox } from '../storage/holding-box.ts';

/** GET: what waits for an officer's decision, in counts. POST: the decision (rule T2). */
export const holdingBoxRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.holdingBox, async (request, reply) => {
    const question = readAs(HoldingBoxQuestion, request.query);
    if (!question) throw new Refused('query-unreadable');
    const box = await holdingBox(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(box)), 'application/json; charset=utf-8');
  });
  app.post(paths.decideHeld, async (request) => {
    const question = readAs(DecideQuestion, request.body);
    if (!question) throw new Refused('body-unreadable');
    return decideHeld(province, request.caller, question);
  });
};
