import * as v from 'valibot';
import { isDay } from '#model/day.ts';
import { isPeriod } from '#model/period.ts';
import { roles } from '#model/person.ts';
import { defaultSettings } from '#model/settings.ts';

export const Day = v.pipe(v.string(), v.check(isDay));
export const Period = v.pipe(v.string(), v.check(isPeriod));

export const Unit = v.object({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['tinh', 'thanh-pho', 'xa', 'phuong', 'dac-khu', 'thon', 'ap', 'ban', 'to-dan-pho', 'khu-pho']),
  level: v.picklist(['province', 'commune', 'village']),
  parent: v.nullable(v.string()),
  validFrom: Day,
  validTo: v.nullable(Day),
  mergedInto: v.array(v.string()),
  demo: v.boolean(),
});

export const Person = v.object({
  id: v.number(),
  name: v.string(),
  role: v.picklist(roles),
  unit: v.string(),
});

const ReportingDay = v.object({ day: v.number(), rule: v.picklist(['on', 'before']) });

export const Settings = v.object({
  periodKind: v.picklist(['from15to14', 'calendarMonth']),
  reportingDays: v.object({
    villageToCommune: ReportingDay,
    communeToProvince: ReportingDay,
    provinceConsolidates: ReportingDay,
    provinceToOffice: ReportingDay,
  }),
  measuresOff: v.array(v.string()),
  // A province that is not updated yet says nothing of these.
  photos: v.optional(v.boolean(), defaultSettings.photos),
  photoDays: v.optional(v.number(), defaultSettings.photoDays),
  silentDays: v.optional(v.number(), defaultSettings.silentDays),
});

const Closed = v.object({ period: Period, closedAt: v.number() });

/**
 * What a device has to know of the world around its own records: small, sent whole when its `version` changed. `units`
 * are the person's own and those above it; `team` the people of the own unit, for names beside entries; `closed` the
 * periods the commune has closed.
 */
export const Situation = v.object({
  version: v.string(),
  person: Person,
  units: v.array(Unit),
  team: v.array(v.object({ id: v.number(), name: v.string() })),
  settings: Settings,
  closed: v.array(Closed),
  /** Since when the person has been in their unit; absent or null: always. */
  since: v.optional(v.nullable(Day)),
  /** The villages they left, each with the last day there and what its commune has closed (rule T4). */
  former: v.optional(v.array(v.object({ unit: Unit, role: v.picklist(roles), until: Day, closed: v.array(Closed) }))),
});
export type Situation = v.InferOutput<typeof Situation>;
