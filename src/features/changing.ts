import type { Situation } from '#features/situation.ts';
import { fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { periodOf } from '#model/period.ts';
import { mayChangeEntry } from '#model/person.ts';
import type { EntryRow } from '#store/database.ts';

/**
 * Why this person may not change this entry, or undefined when they may. A closed period freezes what the province
 * received of it (rule S3); what it never received can still be moved to an open day.
 */
export const whyNotChange = (row: EntryRow, { person, settings, closed }: Situation): Fault | undefined => {
  if (!mayChangeEntry(person, row.entry)) return fault('entry-not-yours', 'entry');
  if (row.entry.withdrawal) return fault('entry-withdrawn', 'entry');
  const period = periodOf(row.date, settings.periodKind);
  return row.steps[0]?.where === 'received' && closed.some((one) => one.period === period)
    ? fault('period-closed', 'date', { period })
    : undefined;
};
