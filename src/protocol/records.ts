import * as v from 'valibot';
import type { EditableRecord, Json } from '#model/record.ts';
import { Period, Unit } from '#protocol/situation.ts';

/** Whatever came here came as JSON. */
const AnyJson = v.custom<Json>((value) => value !== undefined);
const said = { op: v.string(), value: AnyJson, at: v.number(), by: v.number() };

/** A record with all its versions, as the province holds it; see model/record.ts. */
const Record = v.object({
  id: v.string(),
  type: v.string(),
  unit: v.string(),
  fields: v.record(v.string(), v.array(v.object({ ...said, seen: v.array(v.string()) }))),
  lists: v.record(v.string(), v.array(v.object(said))),
}) satisfies v.GenericSchema<EditableRecord, EditableRecord>;

/**
 * Which records an officer asks for: of one type, of a unit in their area and all below it. With a period, none whose name
 * speaks of other months.
 */
export const RecordsQuestion = v.object({
  type: v.string(),
  unit: v.optional(v.string()),
  period: v.optional(Period),
});

/**
 * Records of one type of all units in a unit's subtree, and those units. `at`: seconds, by the province's clock. Only an
 * officer whose area holds the unit is answered.
 */
export const RecordsPage = v.object({ at: v.number(), records: v.array(Record), units: v.array(Unit) });
export type RecordsPage = v.InferOutput<typeof RecordsPage>;
