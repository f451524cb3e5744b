import type { Day } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import type { RecordId } from '#model/operation.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { totalsOf } from '#model/totals.ts';
import type { Situation } from '#protocol/situation.ts';
import type { EntryRow, Handbook } from '#store/database.ts';
import { situation } from '#store/situation.ts';

const writtenAt = ({ entry }: EntryRow) => entry.revisions[0].at;
const newestFirst = (a: EntryRow, b: EntryRow) => b.date.localeCompare(a.date) || writtenAt(b) - writtenAt(a);

/** The team's entries of these days, both included, the newest first; withdrawn ones too. */
export const entriesBetween = async (db: Handbook, first: Day, last: Day): Promise<EntryRow[]> => {
  const rows = await db.entries.where('date').between(first, last, true, true).toArray();
  return rows.sort(newestFirst);
};

/** The first `most` of them, read day by day from the last: however many lie before, they are not looked at. */
export const latestEntries = async (db: Handbook, first: Day, last: Day, most: number): Promise<EntryRow[]> => {
  const latest: EntryRow[] = [];
  const lastUpTo = (day: Day, included: boolean) =>
    db.entries.where('date').between(first, day, true, included).reverse().first();
  let next = await lastUpTo(last, true);
  while (next && latest.length < most) {
    latest.push(...(await entriesBetween(db, next.date, next.date)));
    next = await lastUpTo(next.date, false);
  }
  return latest.slice(0, most);
};

export const entryById = (db: Handbook, id: RecordId): Promise<EntryRow | undefined> => db.entries.get(id);

/** The entry of the signed-in person with the latest day, and of that day the one written last. */
export const lastEntryByMe = async (db: Handbook): Promise<EntryRow | undefined> => {
  const known = await situation(db);
  const mine = (row: EntryRow) => row.author === known?.person.id && !row.entry.withdrawal;
  const latest = await db.entries.orderBy('date').reverse().filter(mine).first();
  if (!latest) return undefined;
  const ofThatDay = await db.entries.where('date').equals(latest.date).filter(mine).toArray();
  return ofThatDay.reduce((a, b) => (writtenAt(b) > writtenAt(a) ? b : a));
};

/** Sums of a period by measure (rule M1), with what is still only on this phone. */
const totals = async (
  db: Handbook,
  period: PeriodId,
  counts: (row: EntryRow, me: Situation['person']) => boolean,
): Promise<Record<Measure, number>> => {
  const known = await situation(db);
  if (!known) return {};
  const kind = known.settings.periodKind;
  const { first, last } = spanOf(period, kind);
  const rows = await db.entries.where('date').between(first, last, true, true).toArray();
  const entries = rows.filter((row) => counts(row, known.person)).map(({ entry }) => entry);
  return totalsOf(entries, kind)[period] ?? {};
};

/** Of the own unit: what somebody did in a unit they left counts there (rule T4). */
export const teamTotals = (db: Handbook, period: PeriodId) => totals(db, period, ({ unit }, me) => unit === me.unit);
export const myTotals = (db: Handbook, period: PeriodId) => totals(db, period, ({ author }, me) => author === me.id);

export const countEntries = (db: Handbook): Promise<number> => db.entries.count();
