import * as v from 'valibot';
import { isDay } from '#model/day.ts';
import { Unit } from '#protocol/situation.ts';

/**
 * Everything that is written into the province's log of acts. What each is called stands under the same name in
 * locales/{vi,en}/audit.json.
 */
export const acts = [
  'device.signed-in',
  'device.signed-out',
  'device.revoked',
  'device.restored',
  'person.invited',
  'invitation.withdrawn',
  'person.changed',
  'person.moved',
  'person.disabled',
  'person.enabled',
  'held.accepted',
  'held.refused',
  'settings.changed',
  'entries.read',
  'late.read',
  'photo.read',
  'photo.deleted',
  'report.closed',
  'report.returned',
  'report.submitted',
  'report.amended',
  'report.consolidated',
  'report.sent',
  'unit.added',
  'unit.changed',
  'unit.merged',
  'unit.split',
  'boundaries.loaded',
  'figures.imported',
  'import.undone',
  'token.made',
  'token.revoked',
  'audit.exported',
] as const;
export type Act = (typeof acts)[number];

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const inAddress = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const DayInAddress = v.pipe(v.string(), v.check(isDay));

/**
 * What of the log is asked for: of a unit and all below it (the own one if left out), by one person, of one act, of days in
 * Vietnam, both included. `before`: the `next` of the page before. `all`: everything at once, for a file, which is itself
 * written into the log.
 */
export const AuditQuestion = v.object({
  unit: v.optional(v.string()),
  person: v.optional(inAddress),
  act: v.optional(v.picklist(acts)),
  from: v.optional(DayInAddress),
  to: v.optional(DayInAddress),
  before: v.optional(inAddress),
  all: v.optional(v.literal('1')),
});
export type AuditQuestion = v.InferOutput<typeof AuditQuestion>;

/** One act. `by` is null at the terminal and for what the province does by itself; `of` is the person it was done to. */
const AuditRow = v.object({
  number: Count,
  at: v.pipe(v.number(), v.safeInteger()),
  /** One of `acts`, or one that a newer province knows. */
  act: v.string(),
  by: v.nullable(v.object({ id: Count, name: v.string(), unit: v.string() })),
  device: v.nullable(Count),
  unit: v.string(),
  subject: v.nullable(v.string()),
  of: v.nullable(v.object({ id: Count, name: v.string() })),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type AuditRow = v.InferOutput<typeof AuditRow>;

/** The newest first. `next`: ask for what lies before it; null at the end. `units`: those that rows speak of. */
export const AuditPage = v.object({
  unit: Unit,
  asOf: v.pipe(v.number(), v.safeInteger()),
  rows: v.array(AuditRow),
  units: v.array(Unit),
  /** Everybody the asked unit's log speaks of as having done something. */
  people: v.array(v.object({ id: Count, name: v.string() })),
  next: v.nullable(Count),
});
export type AuditPage = v.InferOutput<typeof AuditPage>;
