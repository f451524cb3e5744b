import type { FastifyInstance } from 'fastify';
import { PivotQuestion } from '#protocol/pivot.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { pivotFor } from '../storage/pivot.ts';
import { isTold } from './told-periods.ts';

/** GET: sums by unit, period, measure and one more way, for officers of the subtree. */
export const pivotRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.pivot, async (request, reply) => {
    const question = readAs(PivotQuestion, request.query);
    if (!question || !question.periods.every(isTold)) throw new Refused('query-unreadable');
    const pivot = await pivotFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(pivot)), 'application/json; charset=utf-8');
  });
};
