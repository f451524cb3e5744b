import type * as v from 'valibot';
import type { AccessScope } from '#model/access.ts';
import { AccessToken, MadeToken, MakeToken, RevokeToken, TokensPage } from '#protocol/access.ts';
import { OpenFigures, OpenPeriod, OpenReport, OpenTarget, OpenUnit, openPage } from '#protocol/open-pages.ts';
import { paths } from '#protocol/version.ts';
import { aboutPeriod, body } from './asked.ts';
import type { Described } from './description.ts';

/** A page of rows, as JSON or CSV. */
const reading = (
  path: string,
  scope: AccessScope | 'any',
  summary: string,
  row: v.GenericSchema,
  query: Described['query'] = {},
): Described => ({
  path,
  method: 'get',
  summary: scope === 'any' ? summary : `${summary} (scope ${scope})`,
  read: true,
  query: {
    ...query,
    cursor: { about: 'The `next` of the page before', type: 'string' },
    limit: { about: 'Rows at most, 1 to 1000; 200 if left out', type: 'integer' },
    format: { about: 'json or csv; what Accept says if left out', type: 'string' },
  },
  answer: { rows: openPage(row) },
  refusals: [
    'parameter-unreadable',
    ...(scope === 'any' ? [] : (['token-out-of-scope'] as const)),
    ...('unit' in query ? (['unit-out-of-scope'] as const) : []),
  ],
});

/** What other systems read, and the tokens they read it with. */
export const describedOpen: Described[] = [
  reading(paths.openUnits, 'units', 'Units of the token’s area as they stood on a day', OpenUnit, {
    asOf: { about: 'YYYY-MM-DD; today if left out', type: 'string' },
  }),
  reading(paths.openPeriods, 'any', 'Reporting periods, and how many communes closed each', OpenPeriod),
  reading(paths.openFigures, 'figures', 'What the teams counted in a period, and how complete it is', OpenFigures, {
    period: aboutPeriod,
    level: { about: 'province, commune or village; commune if left out', type: 'string' },
    unit: { about: 'Only this unit and those below it', type: 'string' },
  }),
  reading(paths.openTargets, 'figures', 'Targets that were set', OpenTarget, {
    period: { about: 'YYYY-MM: only those of this period, or of years around it', type: 'string' },
  }),
  reading(paths.openReports, 'reports', 'How the report of each commune stands in a period', OpenReport, {
    period: aboutPeriod,
  }),
  {
    path: paths.tokens,
    method: 'get',
    summary: 'The tokens of other systems, and the units that one may be for',
    answer: TokensPage,
    refusals: ['role-too-low'],
  },
  {
    path: paths.tokens,
    method: 'post',
    summary: 'Makes a token for another system; its secret is told this once',
    body: MakeToken,
    answer: MadeToken,
    refusals: [...body, 'role-too-low', 'unit-out-of-scope'],
  },
  {
    path: paths.revokeToken,
    method: 'post',
    summary: 'Answers a token no longer',
    body: RevokeToken,
    answer: AccessToken,
    refusals: [...body, 'role-too-low', 'not-found'],
  },
];
