import type { FastifyInstance } from 'fastify';
import { readAs } from '#protocol/read.ts';
import { reportCommands, ReportQuestion, type ReportCommand, type ReportCommandName } from '#protocol/report.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteReading } from '../storage/audit.ts';
import { takeStep } from '../storage/report-commands.ts';
import { reportFor } from '../storage/report.ts';
import { isTold } from './told-periods.ts';

const pathOf: Record<ReportCommandName, string> = {
  close: paths.closeReport,
  return: paths.returnReport,
  submit: paths.submitReport,
  amend: paths.amendReport,
  consolidate: paths.consolidateReport,
  sent: paths.sendReport,
};

/** Of an amendment that names as many operations as it may. */
const commandLimit = 128 * 1024;

/** GET: what a period's report is made from and how far it has come. POST: its steps, each answered with the page after it. */
export const reportRoute = (app: FastifyInstance, province: Province): void => {
  app.get(paths.report, async (request, reply) => {
    const question = readAs(ReportQuestion, request.query);
    if (!question || !isTold(question.period)) throw new Refused('query-unreadable');
    const { caller } = request;
    const page = await reportFor(province, caller, question);
    if (page.late.length > 0) {
      const read = { act: 'late.read', unit: page.unit.id, subject: page.period } as const;
      await noteReading(province.db, caller, read, page.at);
    }
    return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
  });

  for (const name of Object.keys(pathOf) as ReportCommandName[])
    app.post(pathOf[name], { bodyLimit: commandLimit }, async (request, reply) => {
      const said = readAs(reportCommands[name], request.body);
      if (!said || !isTold(said.period)) throw new Refused('body-unreadable');
      const page = await takeStep(province, request.caller, { ...said, command: name } as ReportCommand);
      return sendCompressed(request, reply, Buffer.from(JSON.stringify(page)), 'application/json; charset=utf-8');
    });
};
