import { sql } from 'kysely';
import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import { periodOf, type PeriodKind } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { EntryTable } from './schema.ts';
import { rowWriter } from './row-writer.ts';

/** The device that recorded an entry, whoever corrected it since. */
export const recorderOf = (entry: OutreachEntry): number => entry.revisions[0].device;

/** `receivedAt`, in seconds, is when the province received the record itself; corrections do not move it. */
export const entryRow = (
  entry: OutreachEntry,
  { commune, kind, receivedAt }: { commune: UnitId; kind: PeriodKind; receivedAt: number },
): EntryTable => {
  const { date } = newestRevision(entry).content;
  return {
    id: entry.id,
    device: recorderOf(entry),
    commune_id: commune,
    unit_id: entry.unit,
    period: periodOf(date, kind),
    date,
    withdrawn: entry.withdrawal ? 1 : 0,
    entry: JSON.stringify(entry),
    received_at: receivedAt,
  };
};

export const readEntry = (row: Pick<EntryTable, 'entry'>): OutreachEntry => JSON.parse(row.entry) as OutreachEntry;

/** Writes entries as they stand now. What never changes in an entry is not written twice. */
export const writeEntries = rowWriter(
  'entry',
  ['id', 'device', 'commune_id', 'unit_id', 'period', 'date', 'withdrawn', 'entry', 'received_at'],
  sql`on conflict (id) do update set
    period = excluded.period, date = excluded.date, withdrawn = excluded.withdrawn, entry = excluded.entry`,
);
