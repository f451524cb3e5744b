import * as v from 'valibot';
import { Person, Unit } from '#protocol/situation.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Seconds since 1970, by the province's clock. */
const Instant = v.pipe(v.number(), v.safeInteger());

/** `waiting`: what the phone said it still held when it was last seen. `locked`: no longer answered, and by whom. */
const DeviceSeen = v.object({
  number: Count,
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  waiting: Count,
  locked: v.nullable(v.object({ at: Instant, by: v.nullable(v.string()), how: v.picklist(['revoked', 'signed-out']) })),
});
export type DeviceSeen = v.InferOutput<typeof DeviceSeen>;

export const PersonWithDevices = v.object({
  ...Person.entries,
  disabled: v.nullable(v.object({ at: Instant, by: v.nullable(v.string()) })),
  devices: v.array(DeviceSeen),
  /** An invitation nobody has used yet; a province of before does not say. */
  invited: v.optional(v.nullable(v.object({ at: Instant, by: v.nullable(v.string()), expiresAt: Instant }))),
});
export type PersonWithDevices = v.InferOutput<typeof PersonWithDevices>;

export const DevicesQuestion = v.object({ unit: v.optional(v.string()) });

/**
 * The people of a unit and their devices (rule T2). Of a commune: its own officers and the teams of its villages, `units`.
 * Of the province: its own officers, and each commune summed up.
 */
export const DevicesPage = v.object({
  unit: Unit,
  asOf: Instant,
  units: v.array(Unit),
  people: v.array(PersonWithDevices),
  communes: v.array(
    v.object({
      unit: Unit,
      people: Count,
      disabled: Count,
      /** That can still reach the province. */
      devices: Count,
      waiting: Count,
      lastSeenAt: v.nullable(Instant),
    }),
  ),
});
export type DevicesPage = v.InferOutput<typeof DevicesPage>;

const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const DeviceCommand = v.object({ device: positive });
export const PersonCommand = v.object({ person: positive });
