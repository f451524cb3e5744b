import type { OutreachEntry } from '#model/entry.ts';
import type { PersonId } from '#model/person.ts';
import type { PeriodKind } from '#model/period.ts';
import { addTotals, totalsOf, type Totals } from '#model/totals.ts';
import type { DeviceNumber } from '#model/operation.ts';
import type { ComparisonRow, EntryRow, Handbook } from '#store/database.ts';
import { pageOf } from '#store/notebook-page.ts';
import { acceptedEntry, stepsOf } from '#store/entry-steps.ts';

/** The last comparison of this phone's journal with the province's sums, or undefined before the first. */
export const comparison = (db: Handbook): Promise<ComparisonRow | undefined> => pageOf(db, 'comparison');

/** So many entries are in memory at a time: those of years are more than a small phone can hold. */
const atATime = 2_000;

/** What this phone believes the province holds of this device: the entries it recorded, from accepted operations alone. */
export const ownTotals = async (
  db: Handbook,
  device: DeviceNumber,
  me: PersonId,
  kind: PeriodKind,
): Promise<Totals> => {
  let sum: Totals = {};
  for (let after = `${device}-`; ;) {
    const rows = await db.entries.where('id').between(after, `${device}-\uffff`, false).limit(atATime).toArray();
    const last = rows[rows.length - 1];
    if (!last) return sum;
    sum = addTotals(sum, totalsOf(await acceptedOf(db, rows, me), kind));
    after = last.id;
  }
};

/** These entries as the province has them. */
const acceptedOf = async (db: Handbook, rows: EntryRow[], me: PersonId): Promise<OutreachEntry[]> => {
  const unsettled = rows.filter((row) => row.unsettled === 1).map(({ id }) => id);
  const steps = await stepsOf(db, unsettled, me);
  const entries = rows.filter((row) => row.unsettled === 0).map(({ entry }) => entry);
  for (const id of unsettled) {
    const entry = acceptedEntry(steps.get(id)!);
    if (entry) entries.push(entry);
  }
  return entries;
};

/** Periods and measures in which two sums differ (rule P4). */
export const differencesBetween = (phone: Totals, province: Totals): ComparisonRow['differences'] => {
  const names = (totals: Totals) =>
    Object.entries(totals).flatMap(([period, counts]) => Object.keys(counts).map((measure) => `${period} ${measure}`));
  return [...new Set([...names(phone), ...names(province)])].sort().flatMap((name) => {
    const [period, measure] = name.split(' ') as [string, string];
    const [here, there] = [phone[period]?.[measure] ?? 0, province[period]?.[measure] ?? 0];
    return here === there ? [] : [{ period, measure, phone: here, province: there }];
  });
};
