import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Day } from '#model/day.ts';
import type { Fault } from '#model/fault.ts';
import { maySaveEntries } from '#model/person.ts';
import { standing, valueOf, type EditableRecord, type FieldName, type Json, type Version } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { RecordId } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import { AddresseesShape, type Addressees } from '#model/records/addressees.ts';
import { DayShape, PeopleCount, TimeOfDay, Written } from '#model/records/shapes.ts';

/** What the police do there: cards, level 2, or both (Nghị định 69/2024: nowhere else but at their office). */
export const pointServices = ['the-muc2', 'muc2', 'the'] as const;

export type Hours = { from: string; to: string };

const fields = {
  what: v.picklist(pointServices),
  day: DayShape,
  /** One field, so that two officers' edits never make hours that nobody wrote. */
  hours: v.object({ from: TimeOfDay, to: TimeOfDay }),
  place: Written,
  /** People it can take; 0 when not said. */
  capacity: PeopleCount,
  bring: v.string(),
  units: AddresseesShape,
  cancelled: v.nullable(v.object({ reason: Written })),
};

export const placeLimit = 120;
const needed: readonly FieldName[] = ['what', 'day', 'hours', 'place', 'units'];

/** A mobile registration point that the commune's police announce, change and cancel; villages read it. */
export const mobilePoint: RecordDefinition = {
  type: 'mobile-point',
  field: (name) => (name in fields ? fields[name as keyof typeof fields] : undefined),
  examine: ({ set = {} }, { person, unit, record, today }) => {
    if (maySaveEntries(person.role) || unit.level === 'village') return [fault('not-for-your-role', 'day')];
    const missing = record ? [] : needed.filter((field) => !(field in set));
    if (missing.length > 0) return missing.map((field) => fault('record-malformed', field, { field }));
    const hours = set['hours'] as Hours | undefined;
    const cancelled = set['cancelled'] as MobilePoint['cancelled'] | undefined;
    const faults: Fault[] = [
      ...examineText(String(set['place'] ?? ''), 'place', placeLimit),
      ...examineText(String(set['bring'] ?? ''), 'bring'),
      ...examineText(cancelled?.reason ?? '', 'cancelled'),
    ];
    if (hours && hours.to <= hours.from) faults.push(fault('hours-backwards', 'hours'));
    if (typeof set['day'] === 'string' && set['day'] < today) faults.push(fault('day-gone-by', 'day'));
    return faults;
  },
};

export type MobilePoint = {
  id: RecordId;
  unit: UnitId;
  what: string;
  day: Day;
  hours: Hours;
  place: string;
  capacity: number;
  bring: string;
  units: Addressees;
  cancelled: { reason: string } | null;
};

export const mobilePointOf = (record: EditableRecord): MobilePoint => ({
  id: record.id,
  unit: record.unit,
  what: String(valueOf(record, 'what') ?? ''),
  day: String(valueOf(record, 'day') ?? ''),
  hours: (valueOf(record, 'hours') ?? { from: '', to: '' }) as Hours,
  place: String(valueOf(record, 'place') ?? ''),
  capacity: Number(valueOf(record, 'capacity') ?? 0),
  bring: String(valueOf(record, 'bring') ?? ''),
  units: (valueOf(record, 'units') ?? 'all') as Addressees,
  cancelled: (valueOf(record, 'cancelled') ?? null) as MobilePoint['cancelled'],
});

/** What a reader who knew the first announcement has to be told. `at` in seconds. */
export type PointChange = { field: FieldName; before: Json; after: Json; at: number };

const told: readonly FieldName[] = ['what', 'day', 'hours', 'place', 'capacity', 'bring'];

/** Fields that no longer say what they said at first, in the order of the announcement. */
export const changesOf = (record: EditableRecord): PointChange[] =>
  told.flatMap((field) => {
    const now = standing(record, field);
    const first = firstOf(record.fields[field]);
    if (!now || !first || JSON.stringify(now.value) === JSON.stringify(first.value)) return [];
    return [{ field, before: first.value, after: now.value, at: now.at }];
  });

/** The version that replaced none, the earliest of those. */
const firstOf = (versions: readonly Version[] = []): Version | undefined =>
  versions.find(({ seen }) => seen.length === 0) ?? versions[0];
