import { dayOfMonth } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import type { Dimension, Measure } from '#model/indicator.ts';

/**
 * What the sums of a period are told apart by. `day` is the day of the month, which no period holds twice. `vulnerable` may
 * overlap; everybody else stands in one value of a part, or in none.
 */
export const parts = ['day', 'channel', 'place', 'gender', 'age', 'vulnerable', 'service'] as const;
export type Part = (typeof parts)[number];

/** Sums by measure and value of one part: { VNEID_CAI: { nam: 3, nu: 4 } }. */
export type Breakdown = Record<Measure, Record<string, number>>;

/** Online services are told apart within this measure. */
export const measureOfServices: Measure = 'DVC_HD';

/** The value of `day` that a day counts under: '15' for 2026-10-15, '2' for 2026-11-02. */
export const dayValue = (day: string): string => String(dayOfMonth(day));

const partOfDimension: Record<Dimension, Part> = { gender: 'gender', ageGroup: 'age', vulnerable: 'vulnerable' };

type Told = (part: Part, measure: Measure, value: string, count: number) => void;

/** Every number of a content under every part it belongs to (rule M1, as in totals.ts). Its words are known ones. */
export const eachPart = ({ date, channel, place, counts, cells, services }: EntryContent, told: Told): void => {
  const day = dayValue(date);
  for (const [measure, count] of Object.entries(counts)) {
    told('day', measure, day, count);
    told('channel', measure, channel, count);
    told('place', measure, place, count);
  }
  for (const [key, count] of Object.entries(cells ?? {})) {
    const [measure = '', dimension, value = ''] = key.split('/');
    const part = partOfDimension[dimension as Dimension];
    if (part) told(part, measure, value, count);
  }
  for (const [service, count] of Object.entries(services ?? {})) told('service', measureOfServices, service, count);
};

/** Adds `sign` times the newest revision of an entry, nothing once it is withdrawn. Changes `into`: thousands go into one batch. */
export const addParts = (
  into: Partial<Record<Part, Breakdown>>,
  entry: Pick<OutreachEntry, 'revisions' | 'withdrawal'>,
  sign: 1 | -1,
): void => {
  if (entry.withdrawal) return;
  eachPart(newestRevision(entry as OutreachEntry).content, (part, measure, value, count) => {
    const row = ((into[part] ??= {})[measure] ??= {});
    row[value] = (row[value] ?? 0) + sign * count;
  });
};

/** `one` plus `other`, without what comes to nothing. */
export const addBreakdowns = (one: Breakdown, other: Breakdown): Breakdown => {
  const sum: Breakdown = {};
  for (const measure of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const row = { ...one[measure] };
    for (const [value, count] of Object.entries(other[measure] ?? {})) {
      const next = (row[value] ?? 0) + count;
      if (next === 0) delete row[value];
      else row[value] = next;
    }
    if (Object.keys(row).length > 0) sum[measure] = row;
  }
  return sum;
};
