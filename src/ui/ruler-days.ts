const oneDay = 24 * 60 * 60 * 1000;
const fewest = 14;

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/**
 * The days a ruler shows, 'YYYY-MM-DD' in order: today and every flag, whatever months they lie in, with a little
 * before and after.
 */
export const rulerDays = (today: string, flags: readonly string[]): string[] => {
  const all = [today, ...flags].map(noon);
  // Where today comes first, its name needs room before the next flag.
  const before = Math.min(...all) === noon(today) ? 4 : 2;
  const first = Math.min(...all) - before * oneDay;
  const last = Math.max(Math.max(...all) + 2 * oneDay, first + (fewest - 1) * oneDay);
  return Array.from({ length: Math.round((last - first) / oneDay) + 1 }, (_, at) => dayAt(first + at * oneDay));
};
