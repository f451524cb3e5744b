import type { FastifyInstance } from 'fastify';
import { FiguresQuestion } from '#protocol/figures.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { figuresFor } from '../storage/figures.ts';
import { isTold } from './told-periods.ts';

/** GET: the sums of a unit and of those right below it, with how complete and how fresh they are. */
export const figuresRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.figures, async (request, reply) => {
    const question = readAs(FiguresQuestion, request.query);
    if (!question || !isTold(question.period)) throw new Refused('query-unreadable');
    const figures = await figuresFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(figures)), 'application/json; charset=utf-8');
  });
};
