import { applyToEntry, entryOf, type OutreachEntry } from '#model/entry.ts';
import type { AcceptedOperation, RecordId } from '#model/operation.ts';
import type { PeriodKind } from '#model/period.ts';
import { applyToRecord, recordOf, type EditableRecord } from '#model/record.ts';
import { readChange, readRecordWrite } from '#protocol/operation.ts';
import type { ProvinceDatabase } from '../province.ts';
import { entryRow } from './entry-row.ts';
import { tidied } from './judge.ts';
import { readAccepted } from './operation-row.ts';
import { recordRow } from './record-row.ts';
import type { EntryTable, RecordTable } from './schema.ts';
import { addChange, noSums, type Sums } from './sums.ts';

/** A commune, or the province's own records, as the accepted operations alone say it is. */
export type Recomputed = { entries: Map<RecordId, EntryTable>; records: Map<RecordId, RecordTable>; sums: Sums };

const pageSize = 5000;

/**
 * Reads a commune's accepted operations in their order and adds everything up anew: what all kept rows have to equal
 * (rule S2). The cost follows the number of operations.
 */
export const recompute = async (db: ProvinceDatabase, commune: string, kind: PeriodKind): Promise<Recomputed> => {
  const entries = new Map<RecordId, { entry: OutreachEntry; receivedAt: number }>();
  const records = new Map<RecordId, { record: EditableRecord; receivedAt: number }>();
  const sums = noSums();
  for await (const operation of acceptedOf(db, commune)) {
    const { by, receivedAt } = operation;
    const written = afterWrite(records, operation);
    if (written) records.set(written.id, { record: written, receivedAt });
    const change = readChange(operation);
    if (!change) continue;
    const before = entries.get(entryOf(change));
    const after = applyToEntry(before?.entry, tidied(change), by);
    if (!after || after === before?.entry) continue;
    addChange(sums, before?.entry, after, { commune, kind, receivedAt });
    entries.set(after.id, { entry: after, receivedAt: before?.receivedAt ?? receivedAt });
  }
  const rows = [...entries.values()].map(({ entry, receivedAt }) => entryRow(entry, { commune, kind, receivedAt }));
  const recordRows = [...records.values()].map(({ record, receivedAt }) => recordRow(record, { commune, receivedAt }));
  return {
    entries: new Map(rows.map((row) => [row.id, row])),
    records: new Map(recordRows.map((row) => [row.id, row])),
    sums,
  };
};

/** Undefined for an operation that is no write to a record. */
const afterWrite = (
  records: ReadonlyMap<RecordId, { record: EditableRecord }>,
  operation: AcceptedOperation,
): EditableRecord | undefined => {
  const write = readRecordWrite(operation);
  return write && applyToRecord(records.get(recordOf(write))?.record, write, operation);
};

/** Unit by unit, each in the order of its numbers: no operation changes another unit's entry or record. */
const acceptedOf = async function* (db: ProvinceDatabase, commune: string) {
  const units = await db
    .selectFrom('operation')
    .select('unit_id')
    .distinct()
    .where('commune_id', '=', commune)
    .where('number', 'is not', null)
    .execute();
  for (const { unit_id } of units) yield* acceptedOfUnit(db, commune, unit_id);
};

const acceptedOfUnit = async function* (db: ProvinceDatabase, commune: string, unit: string) {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('operation')
      .selectAll()
      .where('commune_id', '=', commune)
      .where('unit_id', '=', unit)
      .where('number', '>', after)
      .orderBy('number')
      .limit(pageSize)
      .execute();
    yield* rows.map(readAccepted);
    if (rows.length < pageSize) return;
    after = rows[rows.length - 1]!.number!;
  }
};
