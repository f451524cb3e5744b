import type { FastifyInstance } from 'fastify';
import { DashboardQuestion } from '#protocol/dashboard.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { dashboardFor } from '../storage/dashboard.ts';
import { isTold } from './told-periods.ts';

/** GET: the figures of a unit for officers, with the period before, day by day, and what waits. */
export const dashboardRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.dashboard, async (request, reply) => {
    const question = readAs(DashboardQuestion, request.query);
    if (!question || !isTold(question.period)) throw new Refused('query-unreadable');
    const page = await dashboardFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });
};
