import * as v from 'valibot';
import { EntriesPage, Figures } from '#protocol/figures.ts';
import { Receipt } from '#protocol/receipt.ts';
import { refusalCodes, type RequestRefusalCode } from '#protocol/refusals.ts';
import { InvitationAnswer, InvitationQuestion, SignInAnswer, SignInQuestion } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';

export type Schema = v.GenericSchema;
export type Described = {
  path: string;
  method: 'get' | 'post';
  summary: string;
  open?: true;
  /** Binary bodies are told in words. */
  body?: Schema | string;
  query?: Record<string, { about: string; required?: true; type: 'string' | 'integer' }>;
  answer: Schema | string;
  refusals: RequestRefusalCode[];
};

const Health = v.object({
  status: v.picklist(['ready', 'not-set-up']),
  version: v.string(),
  protocol: v.number(),
  migration: v.nullable(v.string()),
});
export const RefusalAnswer = v.object({
  code: v.picklist(refusalCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  message: v.optional(v.string()),
});
const aboutUnit = { about: 'A unit of your own subtree; your own unit if left out', type: 'string' as const };
const aboutPeriod = { about: 'YYYY-MM; the current period if left out', type: 'string' as const };
const body: RequestRefusalCode[] = ['body-unreadable', 'body-too-large', 'body-kind-unknown'];
const invited: RequestRefusalCode[] = [
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  'too-many-attempts',
  'person-disabled',
];

/** Everything under /api, as it is told to programs; tests hold it to what is registered. */
export const described: Described[] = [
  {
    path: paths.health,
    method: 'get',
    summary: 'Whether the province answers, and in which version',
    open: true,
    answer: Health,
    refusals: [],
  },
  {
    path: paths.openapi,
    method: 'get',
    summary: 'This document',
    open: true,
    answer: v.record(v.string(), v.unknown()),
    refusals: [],
  },
  {
    path: paths.invitation,
    method: 'post',
    summary: 'Whose invitation a code is; uses nothing up',
    open: true,
    body: InvitationQuestion,
    answer: InvitationAnswer,
    refusals: [...body, ...invited],
  },
  {
    path: paths.signIn,
    method: 'post',
    summary: 'An invitation against a device number and a token',
    open: true,
    body: SignInQuestion,
    answer: SignInAnswer,
    refusals: [...body, ...invited, 'device-of-another-person'],
  },
  {
    path: paths.signOut,
    method: 'post',
    summary: 'Revokes the token of the calling device',
    answer: v.null(),
    refusals: [],
  },
  {
    path: paths.push,
    method: 'post',
    summary: 'Delivers a run of operations; answers a receipt (rules P2–P5)',
    body: 'A batch as src/protocol/push.ts writes it: gzip of CBOR, columns of operations',
    answer: Receipt,
    refusals: [...body, 'seq-gap'],
  },
  {
    path: paths.pull,
    method: 'get',
    summary: "The own team's accepted operations after a cursor (rules L1, L2, T1)",
    query: {
      cursor: { about: 'Where the page before ended; 0 at first', required: true, type: 'integer' },
      own: { about: "1: also the calling device's own operations", type: 'integer' },
      situation: { about: 'The version of the situation the device knows', type: 'string' },
    },
    answer: 'A page as src/protocol/pull.ts writes it: CBOR, in brotli or gzip by Accept-Encoding',
    refusals: ['query-unreadable'],
  },
  {
    path: paths.figures,
    method: 'get',
    summary: 'Sums of a unit and of those right below it, with freshness and completeness',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: Figures,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.entries,
    method: 'get',
    summary: 'The entries behind a figure, newest first',
    query: {
      unit: { ...aboutUnit, required: true },
      period: { ...aboutPeriod, required: true },
      measure: { about: 'Only entries that count this measure', type: 'string' },
      after: { about: 'The `next` of the page before', type: 'string' },
    },
    answer: EntriesPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
];
