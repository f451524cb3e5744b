import type { FastifyInstance } from 'fastify';
import { EntriesQuestion } from '#protocol/figures.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteReading } from '../storage/audit.ts';
import { entriesFor } from '../storage/entries.ts';
import { isTold } from './told-periods.ts';

/** GET: the entries behind a figure, for officers of the subtree. */
export const entriesRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.entries, async (request, reply) => {
    const question = readAs(EntriesQuestion, request.query);
    if (!question || !isTold(question.period)) throw new Refused('query-unreadable');
    const { caller } = request;
    const page = await entriesFor(province, caller, question);
    const { unit, period: subject } = question;
    await noteReading(province.db, caller, { act: 'entries.read', unit, subject }, page.asOf);
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });
};
