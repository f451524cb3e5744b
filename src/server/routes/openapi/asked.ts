import type { RequestRefusalCode } from '#protocol/refusals.ts';

/** What many routes ask for and refuse alike. */
export const aboutUnit = { about: 'A unit of your own subtree; your own unit if left out', type: 'string' as const };

export const aboutPeriod = { about: 'YYYY-MM; the current period if left out', type: 'string' as const };

export const body: RequestRefusalCode[] = ['body-unreadable', 'body-too-large', 'body-kind-unknown'];

export const commanded: RequestRefusalCode[] = ['role-too-low', 'unit-out-of-scope', 'not-found'];
