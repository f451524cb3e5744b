import { sql } from 'kysely';
import type { EditableRecord } from '#model/record.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordTable } from './schema.ts';
import { rowWriter } from './row-writer.ts';

/** `commune` numbers its writes; `receivedAt`, in seconds, is that of the last of them. */
export const recordRow = (
  record: EditableRecord,
  { commune, receivedAt }: { commune: UnitId; receivedAt: number },
): RecordTable => ({
  id: record.id,
  type: record.type,
  commune_id: commune,
  unit_id: record.unit,
  state: JSON.stringify(record),
  changed_at: receivedAt,
});

export const readRecord = (row: Pick<RecordTable, 'state'>): EditableRecord => JSON.parse(row.state) as EditableRecord;

/** Writes records as they stand now. Whose a record is never changes. */
export const writeRecordRows = rowWriter(
  'record',
  ['id', 'type', 'commune_id', 'unit_id', 'state', 'changed_at'],
  sql`on conflict (id) do update set state = excluded.state, changed_at = excluded.changed_at`,
);
