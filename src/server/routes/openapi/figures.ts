import { AuditPage } from '#protocol/audit.ts';
import { Boundaries } from '#protocol/boundaries.ts';
import { Dashboard } from '#protocol/dashboard.ts';
import { EntriesPage, Figures } from '#protocol/figures.ts';
import { Pivot } from '#protocol/pivot.ts';
import { RecordsPage } from '#protocol/records.ts';
import { paths } from '#protocol/version.ts';
import type { Described } from './description.ts';
import { aboutPeriod, aboutUnit } from './asked.ts';

/** What officers read: sums, entries behind them, records, the map, and who did what. */
export const describedFigures: Described[] = [
  {
    path: paths.figures,
    method: 'get',
    summary: 'Sums of a unit and of those right below it, with freshness and completeness',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: Figures,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.dashboard,
    method: 'get',
    summary: 'Figures with the period before, day by day, and what waits',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: Dashboard,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.pivot,
    method: 'get',
    summary:
      'Sums by unit, period, measure and one more way; small cells of vulnerable groups hidden above the commune',
    query: {
      unit: aboutUnit,
      of: { about: 'self, below (if left out) or villages', type: 'string' },
      periods: { about: 'YYYY-MM, several with commas between', required: true, type: 'string' },
      measures: { about: 'Codes of measures, several with commas between', required: true, type: 'string' },
      by: { about: 'none (if left out), channel, place, gender, age, vulnerable or service', type: 'string' },
      until: {
        about: 'whole (if left out) or sameDay: each period up to the day that today is of its own; with by=none',
        type: 'string',
      },
    },
    answer: Pivot,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low', 'pivot-too-large'],
  },
  {
    path: paths.changes,
    method: 'get',
    summary: 'In which communes something changed, for as long as it is read; what, is read by the other routes',
    answer: { events: 'Server-sent events: \'changed\' with {"units": [codes]}, and comments in between' },
    refusals: ['role-too-low', 'streams-enough'],
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
  {
    path: paths.boundaries,
    method: 'get',
    summary: 'Where the units right below one lie, as coordinates of a GeoJSON MultiPolygon; with an ETag',
    query: { unit: aboutUnit },
    answer: Boundaries,
    refusals: ['query-unreadable', 'unit-out-of-scope'],
  },
  {
    path: paths.records,
    method: 'get',
    summary: 'The editable records of one type of a unit and all below it, with all versions (rule M2)',
    query: {
      type: { about: "A type of src/model/records, e.g. 'obstacle'", required: true, type: 'string' },
      unit: aboutUnit,
      period: { about: 'YYYY-MM: without records whose name speaks of other months', type: 'string' },
    },
    answer: RecordsPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.audit,
    method: 'get',
    summary: 'Who did what, when, from which device, the newest first',
    query: {
      unit: aboutUnit,
      person: { about: 'Who did it', type: 'integer' },
      act: { about: 'What was done, as src/protocol/audit.ts names it', type: 'string' },
      from: { about: 'YYYY-MM-DD, the first day', type: 'string' },
      to: { about: 'YYYY-MM-DD, the last day', type: 'string' },
      before: { about: 'The `next` of the page before', type: 'integer' },
      all: { about: '1: everything at once, for a file, up to 5000 rows; noted in the log', type: 'string' },
    },
    answer: AuditPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
];
