import type { Selectable } from 'kysely';
import { recordId, type OperationName, type RecordId } from '#model/operation.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { changedEntry } from './judge.ts';
import { readOperation } from './operation-row.ts';
import type { OperationTable } from './schema.ts';

type Row = Selectable<OperationTable>;

/** An operation that came after its period was closed, with those of the same phone that hang on it, in their order. */
export type Late = { name: OperationName; row: Row; rows: Row[]; twin: OperationName | null };

const nameOf = ({ device, seq }: Row): OperationName => recordId(device, seq);

/**
 * The operations on entries that a commune's closing of a period kept out and that nobody has dealt with since (rules S3, P5),
 * in the order they came. A record takes with it the corrections that were refused because it was; with its withdrawal
 * nothing is left of it.
 */
export const lateOperations = async (tx: ProvinceDatabase, commune: UnitId, period: PeriodId): Promise<Late[]> => {
  const all = await tx
    .selectFrom('operation')
    .selectAll()
    // By the village it was done for: who wrote it may belong to another commune today (rule T4).
    .where('unit_id', 'in', tx.selectFrom('unit').select('id').where('parent_id', '=', commune))
    .where('refusal_code', '=', 'period-closed')
    .where('kind', 'like', 'entry.%')
    .orderBy('received_at')
    .orderBy('device')
    .orderBy('seq')
    .execute();
  const ofPeriod = all.filter(({ refusal_params }) => periodRefused(refusal_params) === period);
  const open = ofPeriod.filter(({ number, replaced_by }) => number === null && replaced_by === null);
  const hanging = await hangingOn(tx, open);
  return open
    .map((row): Late => {
      const name = nameOf(row);
      return { name, row, rows: [row, ...(hanging.get(name) ?? [])], twin: twinOf(row, ofPeriod) };
    })
    .filter(({ row, rows }) => row.kind !== 'entry.record' || rows.every(({ kind }) => kind !== 'entry.withdraw'));
};

const periodRefused = (params: string | null): unknown => (JSON.parse(params ?? '{}') as { period?: unknown }).period;

/** Changes to entries that did not come to be, because their records were refused: of the same phone, by record. */
const hangingOn = async (tx: ProvinceDatabase, records: readonly Row[]): Promise<Map<RecordId, Row[]>> => {
  const hanging = new Map<RecordId, Row[]>();
  const devices = [...new Set(records.filter(({ kind }) => kind === 'entry.record').map(({ device }) => device))];
  if (devices.length === 0) return hanging;
  const rows = await tx
    .selectFrom('operation')
    .selectAll()
    .where('device', 'in', devices)
    .where('refusal_code', '=', 'entry-unknown')
    .where('replaced_by', 'is', null)
    .orderBy('device')
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    const entry = changedEntry(readOperation(row));
    if (entry?.startsWith(`${row.device}-`)) hanging.set(entry, [...(hanging.get(entry) ?? []), row]);
  }
  return hanging;
};

/**
 * One of the same phone that says the same and came in another batch, earlier or taken in already: an app that does not say
 * what it writes anew has sent it again. What came in one batch is two pieces of work.
 */
const twinOf = (row: Row, all: readonly Row[]): OperationName | null => {
  if (row.kind !== 'entry.record') return null;
  const said = saidIn(row);
  const twin = all.find(
    (other) =>
      other.device === row.device &&
      other.kind === row.kind &&
      other.replaced_by === null &&
      Number(other.received_at) !== Number(row.received_at) &&
      (other.number !== null || Number(other.received_at) < Number(row.received_at)) &&
      saidIn(other) === said,
  );
  return twin ? nameOf(twin) : null;
};

const saidIn = ({ body }: Row): string => {
  const { date, counts } = JSON.parse(body) as { date?: unknown; counts?: object };
  return JSON.stringify([date, Object.entries(counts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);
};
