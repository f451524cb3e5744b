import { isDay, type Day } from '#model/day.ts';
import { readCount } from '#model/draft.ts';
import { examineText } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { Json } from '#model/record.ts';
import type { Addressees } from '#model/records/addressees.ts';
import { placeLimit, type MobilePoint } from '#model/records/mobile-point.ts';

/** A mobile point being written; numbers as they were typed. */
export type PointDraft = {
  what: string;
  day: string;
  from: string;
  to: string;
  place: string;
  capacity: string;
  bring: string;
  units: Addressees;
  /** As it stood when the form was opened; null for a new one. */
  start: Omit<PointDraft, 'start'> | null;
};

export const pointForm = (id: string | undefined): string => (id === undefined ? 'mobile-point' : `mobile-point:${id}`);

export const blankPoint = (bring: string): PointDraft => ({
  what: 'the-muc2',
  day: '',
  from: '07:30',
  to: '11:00',
  place: '',
  capacity: '',
  bring,
  units: 'all',
  start: null,
});

export const draftOfPoint = ({ what, day, hours, place, capacity, bring, units }: MobilePoint): PointDraft => {
  const start = {
    what,
    day,
    from: hours.from,
    to: hours.to,
    place,
    capacity: capacity === 0 ? '' : String(capacity),
    bring,
    units,
  };
  return { ...start, start };
};

type Fields = { [Field in keyof Omit<MobilePoint, 'id' | 'unit' | 'cancelled'>]: Json };

const fieldsOf = ({ what, day, from, to, place, capacity, bring, units }: Omit<PointDraft, 'start'>): Fields => ({
  what,
  day,
  hours: { from, to },
  place: place.normalize('NFC').trim(),
  capacity: readCount(capacity),
  bring: bring.normalize('NFC').trim(),
  units,
});

/** What was changed since the form was opened, and nothing else: a colleague's change meanwhile is not undone. */
export const changedFields = (draft: PointDraft): Record<string, Json> => {
  const now = fieldsOf(draft);
  if (!draft.start) return now;
  const before = fieldsOf(draft.start);
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as 'day'])),
  );
};

const timeShape = /^([01]\d|2[0-3]):[0-5]\d$/;

export type PointProblem =
  | {
      field: keyof PointDraft;
      key: 'dayMissing' | 'dayPast' | 'hoursMissing' | 'placeMissing' | 'capacityWrong' | 'unitsMissing';
    }
  | { field: keyof PointDraft; fault: Fault };

/** What stands in the way of announcing it, in the order of the form. `known`: the day it was announced for before. */
export const problemsOf = (draft: PointDraft, today: Day, known: Day | undefined): PointProblem[] => {
  const problems: PointProblem[] = [];
  if (!isDay(draft.day)) problems.push({ field: 'day', key: 'dayMissing' });
  else if (draft.day < today && draft.day !== known) problems.push({ field: 'day', key: 'dayPast' });
  if (!timeShape.test(draft.from) || !timeShape.test(draft.to)) problems.push({ field: 'from', key: 'hoursMissing' });
  else if (draft.to <= draft.from)
    problems.push({ field: 'to', fault: { code: 'hours-backwards', weight: 'refuse', field: 'hours', params: {} } });
  if (draft.place.trim() === '') problems.push({ field: 'place', key: 'placeMissing' });
  const count = readCount(draft.capacity);
  if (Number.isNaN(count) || count > 100_000) problems.push({ field: 'capacity', key: 'capacityWrong' });
  if (draft.units !== 'all' && draft.units.length === 0) problems.push({ field: 'units', key: 'unitsMissing' });
  for (const [field, limit] of [
    ['place', placeLimit],
    ['bring', undefined],
  ] as const)
    for (const fault of examineText(draft[field].trim(), field, limit))
      if (fault.weight === 'refuse') problems.push({ field, fault });
  return problems;
};
