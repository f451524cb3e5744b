import * as v from 'valibot';
import { Unit, Period, Day } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger());

/** How complete and how fresh a sum is. Times in seconds since 1970, by the province's clock. */
const Freshness = {
  entries: Count,
  /** Villages below (or the village itself) that have sent something for the period, and all there are. */
  teamsReported: Count,
  teams: Count,
  lastReceivedAt: v.nullable(Count),
  /** The same of whatever period, for villages: since when one is silent. A province of before does not say. */
  lastWordAt: v.optional(v.nullable(Count)),
  /** What the devices below said when they last reached the province: when, and how many operations they still held. */
  devicesSeenAt: v.nullable(Count),
  devicesWaiting: Count,
};

const Row = v.object({ unit: Unit, totals: v.record(v.string(), Count), closed: v.boolean(), ...Freshness });

/** The sums of one unit for one period, and of the units right below it. From kept roll-ups (rule S2), never by counting entries. */
export const Figures = v.object({
  unit: Unit,
  period: Period,
  first: Day,
  last: Day,
  closed: v.boolean(),
  asOf: Count,
  totals: v.record(v.string(), Count),
  ...Freshness,
  rows: v.array(Row),
  /** Units that became this one and stood in the period: their sums are theirs, and in none of those above (rule S4). */
  predecessors: v.optional(v.array(Row)),
});
export type Figures = v.InferOutput<typeof Figures>;
export type FiguresRow = Figures['rows'][number];

export const FiguresQuestion = v.object({ unit: v.optional(v.string()), period: v.optional(Period) });

/** The entries behind a figure, newest first. Only an officer whose subtree holds the village is answered. */
export const EntriesQuestion = v.object({
  unit: v.string(),
  period: Period,
  measure: v.optional(v.string()),
  /** The `next` of the page before. */
  after: v.optional(v.string()),
});

const Revision = v.object({
  content: v.object({
    date: v.string(),
    place: v.string(),
    channel: v.string(),
    counts: v.record(v.string(), v.number()),
    cells: v.optional(v.record(v.string(), v.number())),
    services: v.optional(v.record(v.string(), v.number())),
    note: v.optional(v.string()),
  }),
  device: v.number(),
  seq: v.number(),
  at: v.number(),
  by: v.number(),
  reason: v.optional(v.string()),
});

export const EntriesPage = v.object({
  unit: Unit,
  period: Period,
  asOf: Count,
  people: v.array(v.object({ id: v.number(), name: v.string() })),
  /** The villages of these entries, for their names. */
  units: v.optional(v.array(Unit)),
  entries: v.array(
    v.object({
      id: v.string(),
      unit: v.string(),
      author: v.number(),
      revisions: v.pipe(v.array(Revision), v.minLength(1)),
      withdrawal: v.optional(
        v.object({ device: v.number(), seq: v.number(), at: v.number(), by: v.number(), reason: v.string() }),
      ),
      receivedAt: v.number(),
      /** The names of its photos, which are read at paths.photos. */
      photos: v.optional(v.array(v.string())),
    }),
  ),
  next: v.nullable(v.string()),
});
export type EntriesPage = v.InferOutput<typeof EntriesPage>;
