import type { OutreachEntry } from '#model/entry.ts';
import type { Operation, RecordId } from '#model/operation.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { refusing, type Book } from './book.ts';
import { entryRow, readEntry, writeEntries } from './entry-row.ts';
import { changedEntry, judge } from './judge.ts';
import { rulesFor } from './rules-of-the-day.ts';
import { keepSums } from './sum-rows.ts';
import { addChange, noSums } from './sums.ts';

type Team = Pick<Caller, 'person' | 'commune'>;

/** The entries that a batch speaks of, and the sums they change (rules M1, S2). `now` in milliseconds. */
export const openEntryBook = async (
  tx: ProvinceDatabase,
  { person, commune }: Team,
  operations: readonly Operation[],
  now: number,
): Promise<Book> => {
  const receivedAt = Math.floor(now / 1000);
  const { periodKind: kind, circumstances } = await rulesFor(tx, { person, commune }, now);
  const entries = await entriesSpokenOf(tx, operations);
  const changed = new Map<RecordId, OutreachEntry>();
  const sums = noSums();

  return {
    settle(operation) {
      const verdict = judge(operation, entries, person, circumstances);
      if (verdict.kind === 'refused') return verdict;
      if (commune === null) return refusing('role-may-not-save');
      const { before, after } = verdict;
      entries.set(after.id, after);
      changed.set(after.id, after);
      addChange(sums, before, after, { commune, kind, receivedAt });
      return { kind: 'accepted', commune };
    },

    async keep() {
      if (commune === null || changed.size === 0) return;
      await writeEntries(
        tx,
        [...changed.values()].map((entry) => entryRow(entry, { commune, kind, receivedAt })),
      );
      await keepSums(tx, commune, sums);
    },
  };
};

/** The entries that corrections and withdrawals of a batch speak of, as they stand; a few hundred at a time. */
const entriesSpokenOf = async (tx: ProvinceDatabase, operations: readonly Operation[]) => {
  const entries = new Map<RecordId, OutreachEntry>();
  const ids = [...new Set(operations.map(changedEntry).filter((id) => id !== undefined))];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await tx
      .selectFrom('entry')
      .select('entry')
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const entry of rows.map(readEntry)) entries.set(entry.id, entry);
  }
  return entries;
};
