import { isRecordKind } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { definitionOf } from '#model/records/all.ts';
import type { Push } from '#protocol/push.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import type { Book, Refusing } from './book.ts';
import { advanceCommune, lockCommunes } from './commune-head.ts';
import { openEntryBook } from './entry-book.ts';
import { homesOf } from './homes.ts';
import { formerSpokenOf } from './memberships.ts';
import { noteImports } from './note-imports.ts';
import { saying, writeOperations } from './operation-row.ts';
import { openRecordBook } from './record-book.ts';
import { openReplaced } from './replaced.ts';
import type { OperationTable } from './schema.ts';

/** Who hands in a batch. */
export type Sender = Pick<Caller, 'person' | 'device' | 'path' | 'province' | 'commune'>;

export type Settling = {
  /** Milliseconds. */
  now: number;
  recordTypes: readonly RecordDefinition[] | undefined;
  /** Decides in place of the rules. */
  refusal?: Refusing | undefined;
};

/**
 * Settles operations that are new, in their order: each is numbered in the sequence of the commune it belongs to, or in the
 * province's, all of which are held until the transaction ends (rule L1), or is kept as refused (rule P5).
 */
export const settle = async (
  tx: ProvinceDatabase,
  sender: Sender,
  fresh: Push['operations'],
  { now, recordTypes, refusal }: Settling,
): Promise<OperationTable[]> => {
  const { person, commune, province } = sender;
  const former = await formerSpokenOf(tx, sender, fresh);
  const homes = await homesOf(tx, { ...sender, former }, fresh);
  const said = new Set(fresh.map(({ unit }) => unit));
  const left = former.flatMap((one) => (one.commune !== null && said.has(one.unit) ? [one.commune] : []));
  const touched = [...[...homes.values()].map((home) => home.commune), ...left];
  const heads = await lockCommunes(tx, commune === null ? touched : [commune, ...touched]);
  const entries = await openEntryBook(tx, { ...sender, former }, fresh, now);
  const types = recordTypes && ((type: string) => recordTypes.find((known) => known.type === type));
  const replaced = await openReplaced(tx, fresh);
  const records = fresh.some(isRecordKind)
    ? await openRecordBook(tx, sender, fresh, { homes, now, definitionOf: types ?? definitionOf })
    : undefined;

  const rows = fresh.map((operation): OperationTable => {
    const book: Book = records && isRecordKind(operation) ? records : entries;
    const verdict = refusal ?? replaced.settle(operation, commune) ?? book.settle(operation);
    const row: OperationTable = {
      device: operation.device,
      seq: operation.seq,
      commune_id: commune ?? province,
      number: null,
      person_id: person.id,
      received_at: Math.floor(now / 1000),
      ...saying(operation),
      refusal_code: null,
      refusal_params: null,
      amendment: null,
      replaced_by: null,
    };
    replaced.note(row, operation, verdict);
    if (verdict.kind === 'refused') {
      row.refusal_code = verdict.code;
      row.refusal_params = JSON.stringify(verdict.params);
      return row;
    }
    const number = heads.get(verdict.commune)! + 1;
    heads.set(verdict.commune, number);
    row.commune_id = verdict.commune;
    row.number = number;
    return row;
  });

  await writeOperations(tx, rows);
  await replaced.keep();
  await entries.keep();
  await records?.keep();
  if (records) await noteImports(tx, sender, fresh, rows, Math.floor(now / 1000));
  const moved = new Set(rows.filter(({ number }) => number !== null).map(({ commune_id }) => commune_id));
  for (const one of moved) await advanceCommune(tx, one, heads.get(one)!);
  return rows;
};
