import * as v from 'valibot';
import { Day, Period, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Seconds since 1970, by the province's clock. */
const Instant = v.pipe(v.number(), v.safeInteger());

/** As model/former-unit.ts says it. */
export const FormerUnit = v.object({
  unit: v.string(),
  name: v.string(),
  type: v.picklist([...Unit.entries.type.options, 'thi-tran']),
  district: v.string(),
  code: v.nullable(v.string()),
  until: Day,
});

export const UnitsQuestion = v.object({ unit: v.optional(v.string()) });

/**
 * A unit, all units that ever stood below it, and those that became part of them (`unit` first, then by code): who asks for
 * a day takes those that exist on it. `former`: what they were called before, for those who search by it.
 */
export const UnitsPage = v.object({
  at: Instant,
  unit: v.string(),
  units: v.array(Unit),
  former: v.array(FormerUnit),
});
export type UnitsPage = v.InferOutput<typeof UnitsPage>;

/**
 * One unit on one page. `before` and `after`: the units it came from and those it became; `closed`: the periods of its commune
 * that are closed; `official`: the newest of each figure that others count (model/records/official-figure.ts) of the unit;
 * `below`: units right below it that exist today; `people`: of the unit and all below it, who are not disabled.
 */
export const UnitProfile = v.object({
  at: Instant,
  unit: Unit,
  above: v.array(Unit),
  before: v.array(Unit),
  after: v.array(Unit),
  former: v.array(FormerUnit),
  below: Count,
  people: Count,
  official: v.array(v.object({ figure: v.string(), count: v.number(), asOf: Day, note: v.string() })),
  closed: v.array(v.object({ period: Period, closedAt: Instant })),
});
export type UnitProfile = v.InferOutput<typeof UnitProfile>;
