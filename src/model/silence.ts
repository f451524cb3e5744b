import { daysFrom, dayInVietnam, type Day } from '#model/day.ts';
import type { Unit } from '#model/unit.ts';

/**
 * How many days a village has been without a word, when that is as many as the province's setting or more; else null.
 * `lastWordAt`: when the province last received an entry of it, of whatever period, in seconds; null if never, and then
 * its days count from the first it existed.
 */
export const daysSilent = (
  unit: Pick<Unit, 'validFrom'>,
  lastWordAt: number | null,
  today: Day,
  silentDays: number,
): number | null => {
  const since = lastWordAt === null ? unit.validFrom : dayInVietnam(lastWordAt * 1000);
  const days = daysFrom(since, today);
  return days >= silentDays ? days : null;
};
