import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { RecordsQuestion } from '#protocol/records.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { recordsFor } from '../storage/records.ts';
import { isTold } from './told-periods.ts';

/** GET: the editable records of one type, for officers of the subtree. */
export const recordsRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.records, async (request, reply) => {
    const question = readAs(RecordsQuestion, request.query);
    if (!question || !isTold(question.period)) throw new Refused('query-unreadable');
    const page = await recordsFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(page), 'application/json; charset=utf-8');
  });
};
