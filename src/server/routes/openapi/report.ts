import type { RequestRefusalCode } from '#protocol/refusals.ts';
import { type ReportCommandName, ReportPage, reportCommands } from '#protocol/report.ts';
import { paths } from '#protocol/version.ts';
import type { Described } from './description.ts';
import { aboutPeriod, aboutUnit, body } from './asked.ts';

const reportStep = (
  name: ReportCommandName,
  path: string,
  summary: string,
  refusals: RequestRefusalCode[],
): Described => ({
  path,
  method: 'post',
  summary: `${summary} (rule S3)`,
  body: reportCommands[name],
  answer: ReportPage,
  refusals: [...body, 'role-too-low', 'unit-out-of-scope', 'report-moved-on', ...refusals],
});

/** The monthly report and its steps. */
export const describedReport: Described[] = [
  {
    path: paths.report,
    method: 'get',
    summary: 'What the report of a commune or province is made from, its steps, and what came late (rule S3)',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: ReportPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  reportStep('close', paths.closeReport, 'Closes a period of a commune: its figures are frozen', ['period-not-over']),
  reportStep('return', paths.returnReport, "Returns a commune's closed report with a reason; its figures stay frozen", [
    'report-not-closed',
    'report-consolidated',
  ]),
  reportStep('submit', paths.submitReport, 'Submits a returned report again', ['report-not-closed']),
  reportStep('amend', paths.amendReport, 'Lets named late operations in, by a numbered amendment', [
    'report-not-closed',
    'amendment-empty',
    'amendment-unfit',
  ]),
  reportStep('consolidate', paths.consolidateReport, "Consolidates a province's period, and keeps it as it stands", [
    'period-not-over',
    'report-sent',
  ]),
  reportStep('sent', paths.sendReport, "Says that a province's report was sent", [
    'report-not-consolidated',
    'report-sent',
  ]),
];
