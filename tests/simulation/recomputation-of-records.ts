import type { Operation, RecordId } from '#model/operation.ts';
import type { EditableRecord, Item, RecordWrite, Version } from '#model/record.ts';
import type { OperationTable } from '#server/storage/schema.ts';
import { nameOf } from './saves.ts';

type Row = Pick<OperationTable, 'device' | 'seq' | 'person_id' | 'received_at'>;

const byClockThenName = (one: { op: string; at: number }, other: { op: string; at: number }): number => {
  const key = ({ op, at }: typeof one) => [at, ...op.split('-').map(Number)];
  const [a, b] = [key(one), key(other)];
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
};

/** Versions that no other names as seen, in the order they were given in. */
export const openIn = (versions: readonly Version[]): Version[] =>
  versions.filter(({ op }) => !versions.some((other) => other.op !== op && other.seen.includes(op)));

/** What every record has to hold: all that the province accepted, whatever the order, each said once (rules M2, M3). */
export const recordsFrom = (rows: readonly Row[], saved: ReadonlyMap<string, Operation>) => {
  const records = new Map<RecordId, EditableRecord>();
  for (const row of rows) {
    const op = nameOf(row);
    const { unit, at: written, body } = saved.get(op)!;
    const { type, record: id = op, set = {}, seen = {}, add = {} } = body as RecordWrite;
    const said = { op, at: Math.min(written, Number(row.received_at)), by: row.person_id };
    const record = records.get(id) ?? { id, type, unit, fields: {}, lists: {} };
    for (const [field, value] of Object.entries(set))
      (record.fields[field] ??= []).push({ ...said, value, seen: seen[field] ?? [] } satisfies Version);
    for (const [list, value] of Object.entries(add))
      (record.lists[list] ??= []).push({ ...said, value } satisfies Item);
    records.set(id, record);
  }
  for (const { fields, lists } of records.values())
    for (const said of [...Object.values(fields), ...Object.values(lists)]) said.sort(byClockThenName);
  return records;
};
