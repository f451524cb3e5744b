import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessScope } from '#model/access.ts';
import { measures } from '#model/indicator.ts';
import {
  OpenFiguresQuestion,
  OpenPeriodsQuestion,
  OpenReportsQuestion,
  OpenTargetsQuestion,
  OpenUnitsQuestion,
  type OpenFigures,
  type OpenPeriod,
  type OpenReport,
  type OpenTarget,
  type OpenUnit,
} from '#protocol/open-pages.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import { answerRows, formatWanted, type Columns } from '../answer-rows.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import {
  openFigures,
  openPeriods,
  openReports,
  openTargets,
  openUnits,
  type Page,
  type Paged,
} from '../storage/open-pages.ts';
import type { Reader } from '../storage/access-tokens.ts';
import { isTold } from './told-periods.ts';

const unitColumns: Columns<OpenUnit> = [
  ['code', ({ code }) => code],
  ['name', ({ name }) => name],
  ['type', ({ type }) => type],
  ['level', ({ level }) => level],
  ['parent', ({ parent }) => parent],
  ['validFrom', ({ validFrom }) => validFrom],
  ['validTo', ({ validTo }) => validTo],
  ['successors', ({ successors }) => successors.join(' ')],
];
const periodColumns: Columns<OpenPeriod> = [
  ['period', ({ period }) => period],
  ['first', ({ first }) => first],
  ['last', ({ last }) => last],
  ['communes', ({ communes }) => communes],
  ['closed', ({ closed }) => closed],
];
const figureColumns: Columns<OpenFigures> = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['level', ({ level }) => level],
  ['period', ({ period }) => period],
  ['closed', ({ closed }) => closed],
  ['teams', ({ teams }) => teams],
  ['teamsReported', ({ teamsReported }) => teamsReported],
  ['lastReceivedAt', ({ lastReceivedAt }) => lastReceivedAt],
  ...measures.map((measure) => [measure, ({ totals }: OpenFigures) => totals[measure] ?? 0] as const),
];
const targetColumns: Columns<OpenTarget> = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['goal', ({ goal }) => goal],
  ['period', ({ period }) => period],
  ['value', ({ value }) => value],
];
const reportColumns: Columns<OpenReport> = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['period', ({ period }) => period],
  ['standing', ({ standing }) => standing],
  ['closedAt', ({ closedAt }) => closedAt],
  ['amendments', ({ amendments }) => amendments],
];

/** Whoever reads on with a cursor need not know what it is made of. */
const asCursor = (key: string): string => Buffer.from(key).toString('base64url');
const keyOf = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString();
  if (!/^[\w:-]{1,160}$/.test(key)) throw new Refused('parameter-unreadable', { name: 'cursor' });
  return key;
};

type Asked = { format?: 'json' | 'csv' | undefined; limit: number; cursor?: string | undefined };
type Question<Q extends Asked> = (query: unknown) => Q | undefined;

/** The first parameter that cannot be read, for a sentence that says which. */
const unreadable = <Q extends Asked>(question: Question<Q>, query: unknown): string => {
  const given = Object.entries((query ?? {}) as Record<string, unknown>);
  return given.find(([name, value]) => !question({ [name]: value }))?.[0].slice(0, 40) ?? 'query';
};

const read = <Q extends Asked & { period?: string | undefined }>(question: Question<Q>, query: unknown): Q => {
  const asked = question(query);
  if (!asked) throw new Refused('parameter-unreadable', { name: unreadable(question, query) });
  if (!isTold(asked.period)) throw new Refused('parameter-unreadable', { name: 'period' });
  return asked;
};

/** GET: what other systems read, page by page, as JSON or CSV. Nothing here says anything about a single person. */
export const openRoutes = (app: FastifyInstance, province: Province): void => {
  const route = <Q extends Asked, Row>(
    path: string,
    scope: AccessScope | 'any',
    question: Question<Q>,
    columns: Columns<Row>,
    rowsFor: (province: Province, reader: Reader, asked: NoInfer<Q> & Paged) => Promise<Page<Row>>,
  ) =>
    app.get(path, { config: { read: scope } }, async (request: FastifyRequest, reply: FastifyReply) => {
      const asked = read(question, request.query);
      const { rows, last } = await rowsFor(province, request.reader, { ...asked, after: keyOf(asked.cursor) });
      const next = last === null ? null : asCursor(last);
      return answerRows(request, reply, { rows, next, columns, format: formatWanted(request, asked.format) });
    });

  route(paths.openUnits, 'units', (query: unknown) => readAs(OpenUnitsQuestion, query), unitColumns, openUnits);
  route(paths.openPeriods, 'any', (query: unknown) => readAs(OpenPeriodsQuestion, query), periodColumns, openPeriods);
  route(
    paths.openFigures,
    'figures',
    (query: unknown) => readAs(OpenFiguresQuestion, query),
    figureColumns,
    openFigures,
  );
  route(
    paths.openTargets,
    'figures',
    (query: unknown) => readAs(OpenTargetsQuestion, query),
    targetColumns,
    openTargets,
  );
  route(
    paths.openReports,
    'reports',
    (query: unknown) => readAs(OpenReportsQuestion, query),
    reportColumns,
    openReports,
  );
};
