import type { OutreachEntry } from '#model/entry.ts';
import type { Operation, RecordId } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { refusing, type Book } from './book.ts';
import { entryRow, readEntry, writeEntries } from './entry-row.ts';
import { changedEntry, judge } from './judge.ts';
import type { FormerUnit } from './memberships.ts';
import { rulesFor } from './rules-of-the-day.ts';
import { keepSums } from './sum-rows.ts';
import { addChange, noSums, type Sums } from './sums.ts';

/** `former`: the units they left that the batch speaks of. */
type Team = Pick<Caller, 'person' | 'commune'> & { former: readonly FormerUnit[] };

/** The entries that a batch speaks of, and the sums they change (rules M1, S2, T4). `now` in milliseconds. */
export const openEntryBook = async (
  tx: ProvinceDatabase,
  { former, ...team }: Team,
  operations: readonly Operation[],
  now: number,
): Promise<Book> => {
  const receivedAt = Math.floor(now / 1000);
  const { periodKind: kind, standingFor } = await rulesFor(tx, team, former, now);
  const entries = await entriesSpokenOf(tx, operations);
  const changed = new Map<UnitId, { entries: Map<RecordId, OutreachEntry>; sums: Sums }>();
  const changedIn = (commune: UnitId) => {
    const before = changed.get(commune) ?? { entries: new Map<RecordId, OutreachEntry>(), sums: noSums() };
    changed.set(commune, before);
    return before;
  };

  return {
    settle(operation) {
      const { person, commune, circumstances } = standingFor(operation);
      const verdict = judge(operation, entries, person, circumstances);
      if (verdict.kind === 'refused') return verdict;
      if (commune === null) return refusing('role-may-not-save');
      const { before, after } = verdict;
      entries.set(after.id, after);
      const here = changedIn(commune);
      here.entries.set(after.id, after);
      addChange(here.sums, before, after, { commune, kind, receivedAt });
      return { kind: 'accepted', commune };
    },

    async keep() {
      for (const [commune, { entries: here, sums }] of changed) {
        await writeEntries(
          tx,
          [...here.values()].map((entry) => entryRow(entry, { commune, kind, receivedAt })),
        );
        await keepSums(tx, commune, sums);
      }
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
