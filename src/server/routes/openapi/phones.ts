import { BundleAnswer } from '#protocol/bundle.ts';
import { Receipt } from '#protocol/receipt.ts';
import { paths } from '#protocol/version.ts';
import type { Described } from './description.ts';
import { body } from './asked.ts';

/** How operations and records travel between phones and the province. */
export const describedPhones: Described[] = [
  {
    path: paths.push,
    method: 'post',
    summary: 'Delivers a run of operations; answers a receipt (rules P2–P5)',
    body: 'A batch as src/protocol/push.ts writes it: gzip of CBOR, columns of operations',
    answer: Receipt,
    refusals: [...body, 'seq-gap', 'held-for-officer', 'holding-box-full'],
  },
  {
    path: paths.pull,
    method: 'get',
    summary:
      "The own team's accepted operations, and what concerns its records, each after a cursor (rules L1, L2, T1)",
    query: {
      cursor: { about: 'Where the page before ended; 0 at first', required: true, type: 'integer' },
      communeCursor: { about: 'The same for records of the commune; left out: none', type: 'integer' },
      provinceCursor: { about: 'The same for records of the province; left out: none', type: 'integer' },
      own: { about: "1: also the calling device's own operations", type: 'integer' },
      situation: { about: 'The version of the situation the device knows', type: 'string' },
    },
    answer: 'A page as src/protocol/pull.ts writes it: CBOR, in brotli or gzip by Accept-Encoding',
    refusals: ['query-unreadable'],
  },
  {
    path: paths.calendar,
    method: 'get',
    summary: 'The reporting days and holidays of a level, to subscribe to',
    open: true,
    query: {
      level: { about: 'village, commune or province; village if left out', type: 'string' },
      language: { about: 'vi or en; vi if left out', type: 'string' },
    },
    answer: { calendar: 'A calendar of RFC 5545, of whole days' },
    refusals: ['query-unreadable'],
  },
  {
    path: paths.bundle,
    method: 'post',
    summary: 'Delivers a bundle that somebody carried; settled, or held for an officer (rules T2, T3)',
    body: { text: 'A bundle as src/protocol/bundle.ts writes it: ST06.1. and a JWE' },
    answer: BundleAnswer,
    refusals: [...body, 'bundle-unreadable', 'seq-gap', 'holding-box-full'],
  },
];
