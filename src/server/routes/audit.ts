import type { FastifyInstance } from 'fastify';
import { AuditQuestion } from '#protocol/audit.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { auditFor } from '../storage/audit-page.ts';

/** GET: who did what, when, from which device. Nothing changes what is written there. */
export const auditRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.audit, async (request, reply) => {
    const question = readAs(AuditQuestion, request.query);
    if (!question) throw new Refused('query-unreadable');
    const page = await auditFor(province, request.caller, question);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });
};
