import * as v from 'valibot';
import { measures } from '#model/indicator.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import { Settings } from '#protocol/situation.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
/** Days every month has. */
const ReportingDay = v.strictObject({ day: whole(1, 28), rule: v.picklist(['on', 'before']) });

/** What an officer of the province changes; what is left out stays as it is, so that two who change two things both did. */
export const SettingsChange = v.strictObject({
  periodKind: v.exactOptional(Settings.entries.periodKind),
  reportingDays: v.exactOptional(
    v.strictObject({
      villageToCommune: ReportingDay,
      communeToProvince: ReportingDay,
      provinceConsolidates: ReportingDay,
      provinceToOffice: ReportingDay,
    }),
  ),
  measuresOff: v.exactOptional(v.array(v.picklist(measures))),
  photos: v.exactOptional(v.boolean()),
  photoDays: v.exactOptional(whole(1, 3650)),
  silentDays: v.exactOptional(whole(1, 90)),
}) satisfies v.GenericSchema<Partial<ProvinceSettings>, Partial<ProvinceSettings>>;
export type SettingsChange = v.InferOutput<typeof SettingsChange>;

/** Which calendar is asked for, and in which language; a calendar app sends no Accept-Language of its person. */
export const CalendarQuestion = v.object({
  level: v.optional(v.picklist(['village', 'commune', 'province']), 'village'),
  language: v.optional(v.picklist(['vi', 'en']), 'vi'),
});
